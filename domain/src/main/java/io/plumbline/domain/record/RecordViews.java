package io.plumbline.domain.record;

import io.plumbline.domain.model.Dataset;
import java.util.Optional;

/** Opens views of records. */
@FunctionalInterface
public interface RecordViews {
    /**
     * Opens a view that sees all that was acknowledged before.
     *
     * @param other of the same organization, whose records are joined by their ids; empty for none
     */
    RecordView open(Dataset dataset, Optional<Dataset> other);
}
