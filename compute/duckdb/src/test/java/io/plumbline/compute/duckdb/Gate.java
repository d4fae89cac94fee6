package io.plumbline.compute.duckdb;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/** A table of one row that DuckDB gets only once the gate is open. */
final class Gate implements DuckDBTableFunction<Object, AtomicBoolean, Object> {
    private final Semaphore arrived = new Semaphore(0);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** Whether so many, who are not counted again, have come to the gate in time. */
    boolean awaitAt(int count, Duration patience) throws InterruptedException {
        return arrived.tryAcquire(count, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void open() {
        opened.countDown();
    }

    @Override
    public Object bind(DuckDBTableFunctionBindInfo info) throws Exception {
        info.addResultColumn("a", DuckDBColumnType.BIGINT);
        return this;
    }

    @Override
    public AtomicBoolean init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return new AtomicBoolean();
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) throws Exception {
        AtomicBoolean given = info.getInitData();
        if (given.getAndSet(true)) {
            return 0;
        }
        arrived.release();
        opened.await();
        chunk.vector(0).setLong(0, 1);
        return 1;
    }
}
