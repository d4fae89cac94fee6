package io.plumbline.server.serve;

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
import java.io.Closeable;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * DuckDB as soon as somebody needs it: starting it takes as long and as much memory as all the rest of the server. Questions are answered by one
 * engine with every processor. Files are written by another with a single thread: with more, the thread that called spins until those of
 * DuckDB are done, which costs as much as the writing.
 */
final class EngineOnDemand implements RecordEngine, Closeable {
    private static final System.Logger LOG = System.getLogger(EngineOnDemand.class.getName());
    private static final int WRITERS_SHARE = 4;

    private final StartedEngine asking;
    private final StartedEngine writing;

    EngineOnDemand(DuckDbSettings settings) {
        long writersMemory = settings.memoryBytes() / WRITERS_SHARE;
        asking = new StartedEngine(settings.withMemoryBytes(settings.memoryBytes() - writersMemory));
        writing = new StartedEngine(settings.withMemoryBytes(writersMemory).withThreads(1));
    }

    /** Begins to start it beside what else is to be done. */
    void startSoon() {
        Thread.ofPlatform().daemon().name("engine-start").start(() -> {
            try {
                writing.startSoon();
                asking.startSoon();
            } catch (RuntimeException | LinkageError e) {
                LOG.log(Level.DEBUG, "the engine does not start; whoever needs it is told when it does not again", e);
            }
        });
    }

    @Override
    public Written write(Path path, Schema schema, List<Received> batches) {
        return writing.engine().write(path, schema, batches);
    }

    @Override
    public Imported writeFile(
            Path path, IncomingFile file, Schema schema, Arrival arrival, Consumer<Map<String, ValueType>> check) {
        return asking.engine().writeFile(path, file, schema, arrival, check);
    }

    @Override
    public Written writeChanges(Path path, List<RecordChange> changes) {
        return writing.engine().writeChanges(path, changes);
    }

    @Override
    public Written merge(Path path, Files files, Optional<Instant> from) {
        return writing.engine().merge(path, files, from);
    }

    @Override
    public RecordPage find(Files files, RecordQuery query, Joinable other) {
        return asking.engine().find(files, query, other);
    }

    @Override
    public RecordPage find(Files files, List<String> ids) {
        return asking.engine().find(files, ids);
    }

    @Override
    public GroupTable group(Files files, GroupQuery query, Joinable other) {
        return asking.engine().group(files, query, other);
    }

    /** Scanned are files that were just written, to be profiled. */
    @Override
    public void scan(Files files, int rows, Consumer<RecordBatch> batches) {
        writing.engine().scan(files, rows, batches);
    }

    @Override
    public void scan(Files files, RecordWindow window, int rows, Consumer<RecordBatch> batches) {
        asking.engine().scan(files, window, rows, batches);
    }

    @Override
    public void join(
            Files files,
            RecordWindow window,
            Files others,
            List<String> columns,
            int rows,
            Consumer<RecordBatch> batches) {
        asking.engine().join(files, window, others, columns, rows, batches);
    }

    @Override
    public SortedSet<Long> hours(Files files, RecordWindow window) {
        return asking.engine().hours(files, window);
    }

    @Override
    public SortedSet<Long> hoursOfSame(Files files, List<Path> records, List<Path> changes) {
        return asking.engine().hoursOfSame(files, records, changes);
    }

    @Override
    public void scanHours(
            Files files, RecordWindow window, SortedSet<Long> hours, int rows, Consumer<RecordBatch> batches) {
        asking.engine().scanHours(files, window, hours, rows, batches);
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
        asking.engine().joinHours(files, window, hours, others, columns, rows, batches);
    }

    @Override
    public void close() {
        try (writing) {
            asking.close();
        }
    }
}
