package io.plumbline.compute.duckdb;

import io.plumbline.compute.testkit.SampleColumn;
import io.plumbline.compute.testkit.TableContract;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class NdjsonTableTest extends TableContract {
    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void start() {
        engine = DuckDbEngine.start(DuckDbSettings.ofMachine().withScratch(folder));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Override
    protected Table open(List<SampleColumn> columns, Schema schema) {
        return engine.open(SampleFiles.ndjson(folder, columns).toString(), schema);
    }
}
