package io.plumbline.domain.performance;

import io.plumbline.domain.record.RecordBatch;
import java.util.List;

/**
 * Adds records up to profiles.
 *
 * @param <P> the kind of profile
 */
public interface ProfileMaker<P> {
    /** Adds the records of a batch. */
    void add(RecordBatch batch);

    /** The profiles of what was added so far, as many and in the same order each time. */
    List<P> profiles();
}
