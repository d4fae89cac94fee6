package io.plumbline.server.serve;

import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.compute.duckdb.record.DuckDbRecordEngine;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.GroupTable;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordEngine;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordWindow;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** DuckDB as soon as somebody needs it: starting it takes as long and as much memory as all the rest of the server. */
final class EngineOnDemand implements RecordEngine, Closeable {
    private final DuckDbSettings settings;
    private @Nullable DuckDbRecordEngine started;
    private boolean closed;

    EngineOnDemand(DuckDbSettings settings) {
        this.settings = settings;
    }

    private synchronized RecordEngine engine() {
        if (closed) {
            throw new IllegalStateException("the engine was closed");
        }
        if (started == null) {
            started = DuckDbRecordEngine.start(settings);
        }
        return started;
    }

    @Override
    public Written write(Path path, Schema schema, List<Received> batches) {
        return engine().write(path, schema, batches);
    }

    @Override
    public Written writeChanges(Path path, List<RecordChange> changes) {
        return engine().writeChanges(path, changes);
    }

    @Override
    public Written merge(Path path, Files files, Optional<Instant> from) {
        return engine().merge(path, files, from);
    }

    @Override
    public RecordPage find(Files files, RecordQuery query, Joinable other) {
        return engine().find(files, query, other);
    }

    @Override
    public RecordPage find(Files files, List<String> ids) {
        return engine().find(files, ids);
    }

    @Override
    public GroupTable group(Files files, GroupQuery query, Joinable other) {
        return engine().group(files, query, other);
    }

    @Override
    public void scan(Files files, int rows, Consumer<RecordBatch> batches) {
        engine().scan(files, rows, batches);
    }

    @Override
    public void scan(Files files, RecordWindow window, int rows, Consumer<RecordBatch> batches) {
        engine().scan(files, window, rows, batches);
    }

    @Override
    public void join(
            Files files,
            RecordWindow window,
            Files others,
            List<String> columns,
            int rows,
            Consumer<RecordBatch> batches) {
        engine().join(files, window, others, columns, rows, batches);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (started != null) {
            started.close();
        }
    }
}
