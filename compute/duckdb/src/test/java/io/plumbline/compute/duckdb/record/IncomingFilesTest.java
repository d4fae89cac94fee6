package io.plumbline.compute.duckdb.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.compute.testkit.record.IncomingWaysContract;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.IncomingFile;
import io.plumbline.domain.record.RecordEngine;
import io.plumbline.domain.record.RecordEngine.Imported;
import io.plumbline.domain.record.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What DuckDB makes of files from outside, those of Parquet among them. */
class IncomingFilesTest extends IncomingWaysContract {
    private static DuckDbRecordEngine engine;

    @BeforeAll
    static void start() {
        engine = DuckDbRecordEngine.start(DuckDbSettings.ofMachine().withMemoryBytes(512L << 20));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Override
    protected RecordEngine engine() {
        return engine;
    }

    private Path parquet(String select) {
        Path path = folder.resolve("incoming-parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + path + "' (FORMAT parquet)");
            return path;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void takesTheTypesOfParquetAsTheyAre() {
        Path path = parquet(
                "SELECT 1.5::FLOAT AS f, 7::UTINYINT AS i, 2.25::DECIMAL(9, 2) AS d, true AS b, 'x' AS t, [1.0, 2.0]::FLOAT[] AS v,"
                        + " {'k': 1} AS o, 'ab'::BLOB AS bytes, TIMESTAMPTZ '2026-01-01 00:00:00+01' AS at,"
                        + " 'NaN'::DOUBLE AS nan, 18446744073709551615::UBIGINT AS huge, NULL::INTEGER AS none");
        Imported imported = read(IncomingFile.at(path), Schema.EMPTY);
        assertThat(imported.columns())
                .containsAllEntriesOf(Map.of(
                        "f", ValueType.NUMBER,
                        "i", ValueType.INTEGER,
                        "d", ValueType.NUMBER,
                        "b", ValueType.BOOLEAN,
                        "t", ValueType.TEXT,
                        "v", ValueType.VECTOR,
                        "o", ValueType.JSON,
                        "bytes", ValueType.BINARY,
                        "at", ValueType.TIMESTAMP,
                        "nan", ValueType.NUMBER))
                .containsEntry("huge", ValueType.NUMBER)
                .containsEntry("none", ValueType.INTEGER);
        List<Object> values = records(imported).getFirst().values();
        assertThat(values).contains(1.5, 7L, 2.25, true, "x", Double.NaN);
    }

    @Test
    void parsesTextsOfParquetWhereTheSchemaWantsSomethingElse() {
        Path path = parquet("SELECT at_ AS \"at\" FROM (VALUES ('2026-01-01'), ('2026-01-02')) AS given(at_)");
        Imported imported = read(IncomingFile.at(path), new Schema(1, List.of(column("at", ValueType.TIMESTAMP))));
        assertThat(imported.columns()).isEqualTo(Map.of("at", ValueType.TIMESTAMP));
    }

    @Test
    void numbersTheRowsOfAFileOfManyGroupsInTheirOrder() {
        Path path = parquet("SELECT range AS x, 'a' AS file_row_number FROM range(300000)");
        Imported imported = read(IncomingFile.at(path), Schema.EMPTY);
        List<StoredRecord> records = records(imported);
        assertThat(records).hasSize(300_000);
        assertThat(records)
                .allSatisfy(record ->
                        assertThat(record.id()).isEqualTo("batch-" + (1 + (Long) imported(record, imported, "x"))));
    }

    private static Object imported(StoredRecord record, Imported imported, String column) {
        return record.values().get(List.copyOf(imported.columns().keySet()).indexOf(column));
    }

    @Test
    void readsTextThatIsCompressed() throws IOException {
        Path path = folder.resolve("compressed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write("x,y\n1,a\n2,b\n".getBytes(StandardCharsets.UTF_8));
        }
        Imported imported = read(IncomingFile.at(path), Schema.EMPTY);
        assertThat(imported.columns()).isEqualTo(Map.of("x", ValueType.INTEGER, "y", ValueType.TEXT));
    }

    @Test
    void leavesAFileAloneThatIsThereAlready() {
        Path path = parquet("SELECT 1 AS x");
        Path taken = path();
        engine().writeFile(
                        taken,
                        IncomingFile.at(path),
                        Schema.EMPTY,
                        new RecordEngine.Arrival(RECEIVED, "batch"),
                        types -> {});
        assertThatThrownBy(() -> engine().writeFile(
                                taken,
                                IncomingFile.at(path),
                                Schema.EMPTY,
                                new RecordEngine.Arrival(RECEIVED, "batch"),
                                types -> {}))
                .isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(taken).exists();
    }
}
