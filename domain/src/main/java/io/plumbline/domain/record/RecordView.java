package io.plumbline.domain.record;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/** The records of a dataset, joined with those of another or by themselves, as they were when this was opened, however often they are read. */
public interface RecordView extends AutoCloseable {
    /** What it sees. */
    RecordGeneration generation();

    /**
     * The hours whose records, or their counterparts, may be others than they were: those of records that came, were changed or were written
     * anew since, and of all records with the same ids.
     *
     * @return empty where any may be, because records were taken away
     */
    Optional<SortedSet<Long>> changedHours(RecordGeneration since);

    /** The hours in which a window has records, counted from 1970-01-01T00:00Z. */
    SortedSet<Long> hours(RecordWindow window);

    /**
     * Hands over the records of some hours in their order; no batch has records of two. Joined ones as by {@link RecordStore#join}.
     *
     * @param columns which columns of the other dataset
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where a column is unknown
     */
    void read(RecordWindow window, SortedSet<Long> hours, List<String> columns, Consumer<RecordBatch> batches);

    @Override
    void close();
}
