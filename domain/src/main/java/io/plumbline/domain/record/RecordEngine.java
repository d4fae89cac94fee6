package io.plumbline.domain.record;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * Writes and reads files of records. A file holds the columns of the schema it was written with; a column that came later is missing in
 * it, one that was widened is read as the wider type.
 *
 * <p>A file that is not there, because others took its place meanwhile, is an {@link java.io.UncheckedIOException} of {@link
 * java.nio.file.NoSuchFileException}: ask again with the files of now. Writing throws {@link io.plumbline.domain.PlumblineException} of
 * {@link io.plumbline.domain.Failure.StorageFull} where there is no room. An unknown field, and a value that is not of its type, are refused by
 * {@link io.plumbline.domain.Failure.Invalid} that names the field. An interrupt ends what runs by a {@link
 * java.util.concurrent.CancellationException}.
 */
public interface RecordEngine {
    /**
     * Writes batches, ordered by event time, into one new file. The file is complete and synced when this returns; when it fails there is none.
     *
     * @param path of the new file
     * @param schema of all batches
     */
    Written write(Path path, Schema schema, List<Received> batches);

    /**
     * Writes the rows of a file from outside into one new file, as {@link #write}. Columns of the schema are read as their types, or as what
     * widens these; others as what all their values are, and those without any value are left out. A row without an id gets the prefix
     * and its number, one without a time that of its arrival. The file is written quickly rather than small; {@link #merge} makes a small one of it.
     *
     * @param check is told the types of the columns by name before anything is written; throws to refuse them
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the file is damaged or has no rows, or a
     *     value is not of its column's type; it names column and row, or line
     */
    Imported writeFile(
            Path path, IncomingFile file, Schema schema, Arrival arrival, Consumer<Map<String, ValueType>> check);

    /** Writes changes into one new file, as {@link #write}. */
    Written writeChanges(Path path, List<RecordChange> changes);

    /** Writes the records of these files into one new file, as {@link #write}: changes are applied, records before {@code from} left out. */
    Written merge(Path path, Files files, Optional<Instant> from);

    /** Answers a question; {@code other} finds the files of a dataset that a filter joins. */
    RecordPage find(Files files, RecordQuery query, Joinable other);

    /** The records with these ids that are there, the later one where an id came in twice, in the order of event time. */
    RecordPage find(Files files, List<String> ids);

    /** Answers a question by groups. */
    GroupTable group(Files files, GroupQuery query, Joinable other);

    /** Hands over all records of these files as batches, in the order of event time, at most so many rows at a time. */
    void scan(Files files, int rows, Consumer<RecordBatch> batches);

    /** Hands over the records of a window as batches, in the order of event time, at most so many rows at a time. */
    void scan(Files files, RecordWindow window, int rows, Consumer<RecordBatch> batches);

    /**
     * Hands over records together with those of other files that have the same id, as batches in no order. Of several records with one id the
     * one counts that came in last, on either side: where that one is not of the window, the id has none in it.
     *
     * @param window which records, and which columns of them
     * @param others the other files
     * @param columns which columns of these, by names that those of the window do not have
     */
    void join(
            Files files,
            RecordWindow window,
            Files others,
            List<String> columns,
            int rows,
            Consumer<RecordBatch> batches);

    /** The hours, counted from 1970-01-01T00:00Z, in which the window has records. */
    SortedSet<Long> hours(Files files, RecordWindow window);

    /**
     * The hours of the records of these files whose id stands in some others.
     *
     * @param records files of records
     * @param changes files of changes
     */
    SortedSet<Long> hoursOfSame(Files files, List<Path> records, List<Path> changes);

    /** As {@link #scan(Files, RecordWindow, int, Consumer)}, of some hours; no batch has records of two. */
    void scanHours(Files files, RecordWindow window, SortedSet<Long> hours, int rows, Consumer<RecordBatch> batches);

    /** As {@link #join}, of some hours; they come in their order, and no batch has records of two. */
    void joinHours(
            Files files,
            RecordWindow window,
            SortedSet<Long> hours,
            Files others,
            List<String> columns,
            int rows,
            Consumer<RecordBatch> batches);

    /**
     * A batch and when it came in.
     *
     * @param receivedAt when
     * @param batch what
     */
    record Received(Instant receivedAt, RecordBatch batch) {}

    /**
     * When a file came in, and what its records are called.
     *
     * @param receivedAt when
     * @param idPrefix of the ids of records whose row has none
     */
    record Arrival(Instant receivedAt, String idPrefix) {}

    /**
     * What of a file from outside was written.
     *
     * @param columns the types of the columns that it brought, by name
     * @param written the rows
     */
    record Imported(Map<String, ValueType> columns, Written written) {}

    /**
     * What was written.
     *
     * @param rows how many records or changes
     * @param bytes how large the file is
     * @param earliest the earliest event time or change
     * @param latest the latest one
     */
    record Written(long rows, long bytes, Instant earliest, Instant latest) {}

    /**
     * The files of a dataset.
     *
     * @param columns the columns to be read, as the schema has them now
     * @param records files of records
     * @param changes files of changes, in the order in which they came; of two changes of one field the later counts. They act on all
     *     records of their id
     */
    record Files(List<Column> columns, List<Path> records, List<Path> changes) {
        /** Keeps unmodifiable copies. */
        public Files {
            columns = List.copyOf(columns);
            records = List.copyOf(records);
            changes = List.copyOf(changes);
        }
    }

    /** Finds the files of a dataset that is joined. */
    @FunctionalInterface
    interface Joinable {
        /** The files of this dataset, seen by who asks. */
        Files files(io.plumbline.domain.Id dataset);
    }
}
