package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.compute.testkit.record.RecordEngineContract;
import io.plumbline.domain.record.RecordEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DuckDbRecordEngineTest extends RecordEngineContract {
    private static DuckDbRecordEngine engine;

    @BeforeAll
    static void start() {
        engine = DuckDbRecordEngine.start(
                DuckDbSettings.ofMachine().withThreads(2).withMemoryBytes(512L << 20));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Override
    protected RecordEngine engine() {
        return engine;
    }
}
