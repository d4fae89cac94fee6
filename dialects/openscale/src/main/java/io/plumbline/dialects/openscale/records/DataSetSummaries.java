package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.wire.DataSetSummary;
import io.plumbline.domain.model.Dataset;

/** Tells what a data set is, beside its records. */
@FunctionalInterface
public interface DataSetSummaries {
    /** The facts of a data set. */
    DataSetSummary of(Dataset dataset);
}
