package io.plumbline.server.serve;

import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.compute.duckdb.record.DuckDbRecordEngine;
import io.plumbline.domain.record.RecordEngine;
import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** One engine, started when it is first asked for. */
final class StartedEngine implements Closeable {
    private final DuckDbSettings settings;
    private @Nullable DuckDbRecordEngine started;
    private boolean closed;

    StartedEngine(DuckDbSettings settings) {
        this.settings = settings;
    }

    synchronized RecordEngine engine() {
        if (closed) {
            throw new IllegalStateException("the engine was closed");
        }
        if (started == null) {
            started = DuckDbRecordEngine.start(settings);
        }
        return started;
    }

    /** Starts it unless it was closed meanwhile. */
    synchronized void startSoon() {
        if (!closed) {
            engine();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (started != null) {
            started.close();
        }
    }
}
