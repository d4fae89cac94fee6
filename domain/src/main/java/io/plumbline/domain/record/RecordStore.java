package io.plumbline.domain.record;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.profile.SketchKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps records. What {@link #append} and {@link #change} returned from survives a crash, is counted once, and is seen by every read that
 * begins afterwards.
 */
public interface RecordStore {
    /**
     * Keeps a batch, whole or not at all. A batch whose id the dataset has seen before is not kept again; the receipt of the first time is
     * returned.
     *
     * @param batch whose columns have the types of the schema
     * @throws PlumblineException of {@link Failure.Busy} or {@link Failure.StorageFull}, with nothing taken
     */
    BatchReceipt append(Id dataset, String batchId, RecordBatch batch);

    /**
     * Keeps the rows of a file, whole or not at all, once for the batch id, as {@link #append}. The file may be removed afterwards.
     *
     * @param columns is told, before anything is kept, what columns of which types the rows bring; throws to refuse them
     * @throws PlumblineException of {@link Failure.Invalid} where the rows cannot be understood or do not fit the schema; of {@link
     *     Failure.StorageFull}
     */
    BatchReceipt appendFile(
            Dataset dataset, String batchId, IncomingFile file, Consumer<Map<String, ValueType>> columns);

    /** The receipt of a batch that was kept. */
    Optional<BatchReceipt> batch(Id dataset, String batchId);

    /**
     * Changes records, all or none; once for each batch id, as {@link #append}. The records are those that are there; who calls has looked.
     *
     * @throws PlumblineException of {@link Failure.Busy} or {@link Failure.StorageFull}, with nothing taken
     */
    BatchReceipt change(Id dataset, String batchId, List<RecordChange> changes);

    /**
     * Records as asked for.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where a field is unknown or a value is not of the column's type
     */
    RecordPage find(Dataset dataset, RecordQuery query);

    /** The records with these ids, those that are there, in the order of event time; where an id came in twice the later one. */
    RecordPage find(Dataset dataset, List<String> ids);

    /**
     * Records by groups.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where a field is unknown or a value is not of the column's type
     */
    GroupTable group(Dataset dataset, GroupQuery query);

    /**
     * Hands over the records of a window as batches, in the order of event time.
     *
     * @param window which records, and which columns of them
     * @throws PlumblineException of {@link Failure.Invalid} where a column is unknown
     */
    void scan(Dataset dataset, RecordWindow window, Consumer<RecordBatch> batches);

    /**
     * Hands over records together with those of another dataset that have the same id, as batches in no order. Of several records with one id
     * the one counts that came in last, on either side: where that one is not of the window, the id has none in it. Those that have no counterpart are
     * left out.
     *
     * @param window which records, and which columns of them
     * @param other of the same organization
     * @param columns which columns of the other, by names that those of the window do not have
     * @throws PlumblineException of {@link Failure.Invalid} where a column is unknown
     */
    void join(Dataset dataset, RecordWindow window, Dataset other, List<String> columns, Consumer<RecordBatch> batches);

    /** How many records there are. */
    long count(Id dataset);

    /** A text that changes whenever records come, are changed, expire or are dropped, and never comes again afterwards; cheap to ask for. */
    String marker(Id dataset);

    /**
     * Profiles of hours, of those columns that are measured, after everything that was kept is in them.
     *
     * @param sketches the kinds that are wanted; profiles are those of specifications that ask for no others
     */
    List<ProfileCell> cells(Dataset dataset, Instant from, Instant until, Set<SketchKind> sketches);

    /** Recomputes the profiles of a dataset from its records, in place of those that are kept. */
    void recompute(Dataset dataset);

    /** Forgets records whose event time is before this, sooner or later. */
    void expire(Dataset dataset, Instant before);

    /** Forgets all records, batches and profiles of a dataset. */
    void drop(Id dataset);
}
