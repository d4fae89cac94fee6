package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.domain.record.RecordBatch;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Reads all records from the earliest to the latest. Rows are sorted by DuckDB, on disk where they do not fit into its memory. */
final class Scanning {
    private final Database database;
    private final Reading reading;
    private final BatchReader reader;

    Scanning(Database database, Reading reading, int rows, Consumer<RecordBatch> batches) {
        if (rows < 1) {
            throw new IllegalArgumentException("a batch has at least one row, not " + rows);
        }
        this.database = database;
        this.reading = reading;
        this.reader = new BatchReader(reading.relation().allColumns(), rows, batches);
    }

    /** Hands over all; returns how many. */
    long scan() throws SQLException {
        String sql =
                "SELECT " + reader.columns() + " FROM " + reading.relation().sql() + " AS v" + reading.order("v");
        long read = database.stream(sql, reading.bindings().values(), reader);
        requireAll(read);
        reader.end();
        return read;
    }

    /** A streamed result that breaks off ends like a whole one. */
    private void requireAll(long read) {
        long expected = reading.relation().rows();
        if (read != expected) {
            requireThere(reading.paths());
            throw new IllegalStateException("of " + expected + " records " + read + " could be read");
        }
    }

    private static void requireThere(List<Path> files) {
        for (Path file : files) {
            if (Files.notExists(file)) {
                throw new UncheckedIOException(new NoSuchFileException(file.toString()));
            }
        }
    }
}
