package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.domain.record.RecordBatch;
import java.util.List;

/** Profiles records by column and hour. The cells of rows cut and ordered in any way merge to the same. */
@FunctionalInterface
public interface CellProfiler {
    /** The cells of batches of this dataset and schema. */
    List<ProfileCell> profile(Id dataset, Schema schema, Iterable<RecordBatch> batches);
}
