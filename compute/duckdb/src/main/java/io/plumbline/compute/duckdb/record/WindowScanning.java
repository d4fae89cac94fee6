package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.record.BatchReader.Hours;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.domain.record.UtcHours;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * Reads some columns of the records of a window, from the files that may have such. How many there are is known first, because a streamed result that
 * breaks off ends like a whole one.
 */
final class WindowScanning {
    private final Database database;
    private final Reading reading;
    private final RecordWindow window;
    /** Hours of the window; empty for all of it. */
    private final Optional<SortedSet<Long>> hours;

    private final String wanted;
    private final BatchReader reader;

    WindowScanning(Database database, Reading reading, RecordWindow window, int rows, Consumer<RecordBatch> batches) {
        this(database, reading, window, Optional.empty(), reader(reading, window, rows, Hours.TOGETHER, batches));
    }

    private WindowScanning(
            Database database,
            Reading reading,
            RecordWindow window,
            Optional<SortedSet<Long>> hours,
            BatchReader reader) {
        this.database = database;
        this.reading = reading;
        this.window = window;
        this.hours = hours;
        this.wanted = reading.conditions().of(window)
                + hours.map(some -> " AND " + HourCondition.of(some)).orElse("");
        this.reader = reader;
        reading.narrow(window.from(), window.until());
    }

    /** Of some hours of a window, each batch of one hour. */
    static WindowScanning ofHours(
            Database database,
            Reading reading,
            RecordWindow window,
            SortedSet<Long> hours,
            int rows,
            Consumer<RecordBatch> batches) {
        return new WindowScanning(
                database,
                reading,
                cut(window, hours),
                Optional.of(hours),
                reader(reading, window, rows, Hours.APART, batches));
    }

    /** From the first of these hours to the last, as far as the window has them. */
    private static RecordWindow cut(RecordWindow window, SortedSet<Long> hours) {
        if (hours.isEmpty()) {
            return window;
        }
        Instant first = UtcHours.start(hours.first());
        Instant end = UtcHours.start(hours.last() + 1);
        return new RecordWindow(
                Optional.of(window.from().filter(first::isBefore).orElse(first)),
                Optional.of(window.until().filter(end::isAfter).orElse(end)),
                window.columns());
    }

    /** The columns that are read belong to the relation before its SQL is made. */
    private static BatchReader reader(
            Reading reading, RecordWindow window, int rows, Hours hours, Consumer<RecordBatch> batches) {
        List<Field> columns =
                window.columns().stream().map(reading.relation()::column).toList();
        return new BatchReader(columns, rows, hours, batches);
    }

    /** Hands over all; returns how many. */
    long scan() throws SQLException {
        String from = " FROM " + reading.relation().sql() + " AS v WHERE " + wanted;
        long expected = expected(from);
        String sql = "SELECT " + reader.columns() + from + " ORDER BY t, r, f, s";
        long read = database.stream(sql, reading.bindings().values(), reader);
        if (read != expected) {
            requireThere(reading.paths());
            throw new IllegalStateException("of " + expected + " records " + read + " could be read");
        }
        reader.end();
        return read;
    }

    /** Of hours without gaps, or of the whole window, footers tell most of it. */
    private long expected(String from) throws SQLException {
        if (hours.stream().allMatch(HourCondition::isOneSpan)) {
            return new RecordCount(database, reading.again()).of(window.from(), window.until(), Filter.ALL);
        }
        return database.rows("SELECT count(*)" + from, reading.bindings().values(), row -> row.getLong(1))
                .getFirst();
    }

    private static void requireThere(List<Path> files) {
        for (Path file : files) {
            if (Files.notExists(file)) {
                throw new UncheckedIOException(new NoSuchFileException(file.toString()));
            }
        }
    }
}
