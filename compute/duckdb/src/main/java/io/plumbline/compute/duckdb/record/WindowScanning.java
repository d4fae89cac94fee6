package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.record.BatchReader.Hours;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordWindow;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;

/** Reads some columns of the records of a window. Which records are counted first, because a streamed result that breaks off ends like a whole one. */
final class WindowScanning {
    private final Database database;
    private final Reading reading;
    private final String from;
    private final BatchReader reader;

    WindowScanning(Database database, Reading reading, RecordWindow window, int rows, Consumer<RecordBatch> batches) {
        this(
                database,
                reading,
                reading.conditions().of(window),
                reader(reading, window, rows, Hours.TOGETHER, batches));
    }

    private WindowScanning(Database database, Reading reading, String wanted, BatchReader reader) {
        this.database = database;
        this.reading = reading;
        this.from = " FROM " + reading.relation().sql() + " AS v WHERE " + wanted;
        this.reader = reader;
    }

    /** Of some hours of a window, each batch of one hour. */
    static WindowScanning ofHours(
            Database database,
            Reading reading,
            RecordWindow window,
            SortedSet<Long> hours,
            int rows,
            Consumer<RecordBatch> batches) {
        String wanted = reading.conditions().of(window) + " AND " + HourCondition.of(hours);
        return new WindowScanning(database, reading, wanted, reader(reading, window, rows, Hours.APART, batches));
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
        long expected = database.rows(
                        "SELECT count(*)" + from, reading.bindings().values(), row -> row.getLong(1))
                .getFirst();
        String sql = "SELECT " + reader.columns() + from + " ORDER BY t, r, f, s";
        long read = database.stream(sql, reading.bindings().values(), reader);
        if (read != expected) {
            requireThere(reading.paths());
            throw new IllegalStateException("of " + expected + " records " + read + " could be read");
        }
        reader.end();
        return read;
    }

    private static void requireThere(List<Path> files) {
        for (Path file : files) {
            if (Files.notExists(file)) {
                throw new UncheckedIOException(new NoSuchFileException(file.toString()));
            }
        }
    }
}
