package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.GroupTable;
import io.plumbline.domain.record.IncomingFile;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordEngine;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordWindow;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * Writes and reads Parquet files of records by DuckDB. Safe for use by several threads, each question on a connection of its own. An
 * interrupt of the calling thread, and closing the engine, end what runs with a {@link java.util.concurrent.CancellationException}.
 *
 * <p>Numbers are ordered as DuckDB orders them: NaN equals itself and is greater than all others. Texts are ordered by their code points.
 */
public final class DuckDbRecordEngine implements RecordEngine, AutoCloseable {
    private static final Joinable NOTHING = dataset -> {
        throw new IllegalArgumentException("nothing is joined here");
    };

    private final Database database;
    private final MemoryTables memory;
    private final Catalog stored;

    private DuckDbRecordEngine(Database database, MemoryTables memory) {
        this.database = database;
        this.memory = memory;
        this.stored = Catalog.over(database);
    }

    /** Starts an engine. */
    public static DuckDbRecordEngine start(DuckDbSettings settings) {
        Database database = Database.start(settings);
        try {
            return new DuckDbRecordEngine(database, MemoryTables.in(database));
        } catch (SQLException e) {
            database.close();
            throw new IllegalStateException("DuckDB takes no rows from memory: " + e.getMessage(), e);
        }
    }

    @Override
    public Written write(Path path, Schema schema, List<Received> batches) {
        BatchTable table = new BatchTable(schema, batches);
        String order = table.order();
        MemoryTable rows = table.rows();
        stored.forget(path);
        try (MemoryTables.Offer offer = memory.offer(rows)) {
            String query = BatchTable.select(rows, schema) + " FROM " + offer.sql() + order;
            return new ParquetOutput(database, path)
                    .write(query, new Bindings(), rows.rowBytes(), SystemColumn.EVENT_TIME.physical(), List.of());
        }
    }

    @Override
    public Imported writeFile(
            Path path, IncomingFile file, Schema schema, Arrival arrival, Consumer<Map<String, ValueType>> check) {
        stored.forget(path);
        return new Importing(database, file, schema, arrival).write(path, check);
    }

    @Override
    public Written writeChanges(Path path, List<RecordChange> changes) {
        MemoryTable rows = ChangeTable.of(changes);
        stored.forget(path);
        try (MemoryTables.Offer offer = memory.offer(rows)) {
            ChangeTable.requireJson(database, offer, changes);
            String query = ChangeTable.select(rows) + " FROM " + offer.sql();
            return new ParquetOutput(database, path)
                    .write(query, new Bindings(), rows.rowBytes(), Changes.AT, List.of());
        } catch (SQLException e) {
            throw EngineFailure.of(e, List.of());
        }
    }

    @Override
    public Written merge(Path path, Files files, Optional<Instant> from) {
        stored.forget(path);
        return asked(
                new Reading(stored, files, NOTHING),
                reading -> new Merging(database, reading).merge(path, files, from));
    }

    @Override
    public RecordPage find(Files files, RecordQuery query, Joinable other) {
        return asked(new Reading(stored, files, other), reading -> new Finding(database, reading).find(query));
    }

    @Override
    public RecordPage find(Files files, List<String> ids) {
        return asked(new Reading(stored, files, NOTHING), reading -> new Lookup(database, reading).find(ids));
    }

    @Override
    public GroupTable group(Files files, GroupQuery query, Joinable other) {
        return asked(new Reading(stored, files, other), reading -> Grouping.of(database, reading, query));
    }

    @Override
    public void scan(Files files, int rows, Consumer<RecordBatch> batches) {
        asked(new Reading(stored, files, NOTHING), reading -> new Scanning(database, reading, rows, batches).scan());
    }

    @Override
    public void scan(Files files, RecordWindow window, int rows, Consumer<RecordBatch> batches) {
        asked(
                new Reading(stored, files, NOTHING),
                reading -> new WindowScanning(database, reading, window, rows, batches).scan());
    }

    @Override
    public void join(
            Files files,
            RecordWindow window,
            Files others,
            List<String> columns,
            int rows,
            Consumer<RecordBatch> batches) {
        asked(new Reading(stored, files, other -> others), reading -> {
            Joining joining =
                    new Joining(database, reading, window, reading.conditions().of(window), columns);
            return joining.join(new BatchReader(joining.fields(), rows, batches), "");
        });
    }

    @Override
    public SortedSet<Long> hours(Files files, RecordWindow window) {
        return asked(new Reading(stored, files, NOTHING), reading -> new RecordHours(database, reading).of(window));
    }

    @Override
    public SortedSet<Long> hoursOfSame(Files files, List<Path> records, List<Path> changes) {
        Files others = new Files(List.of(), records, List.of());
        return asked(
                new Reading(stored, files, other -> others),
                reading -> new RecordHours(database, reading).named(changes));
    }

    @Override
    public void scanHours(
            Files files, RecordWindow window, SortedSet<Long> hours, int rows, Consumer<RecordBatch> batches) {
        asked(
                new Reading(stored, files, NOTHING),
                reading -> WindowScanning.ofHours(database, reading, window, hours, rows, batches)
                        .scan());
    }

    @Override
    public void joinHours(
            Files files,
            RecordWindow window,
            SortedSet<Long> hours,
            Files others,
            List<String> columns,
            int rows,
            Consumer<RecordBatch> batches) {
        asked(new Reading(stored, files, other -> others), reading -> {
            String wanted = reading.conditions().of(window) + " AND " + HourCondition.of(hours);
            Joining joining = new Joining(database, reading, window, wanted, columns);
            return joining.join(
                    new BatchReader(joining.fields(), rows, BatchReader.Hours.APART, batches), " ORDER BY t");
        });
    }

    private static <T> T asked(Reading reading, Question<T> question) {
        try {
            return question.answer(reading);
        } catch (SQLException e) {
            throw EngineFailure.of(e, reading.paths());
        }
    }

    /** Ends every question, and deletes what was spilled. */
    @Override
    public void close() {
        database.close();
    }

    @FunctionalInterface
    private interface Question<T> {
        T answer(Reading reading) throws SQLException;
    }
}
