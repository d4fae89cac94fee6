package io.plumbline.compute.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Schema.Declared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are read as streams. */
class FileRowsTest {
    private static final Schema NOTHING_DECLARED = new Schema(Map.of());

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void start() {
        database = Database.start(DuckDbSettings.ofMachine().withScratch(folder));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private Optional<FileRows> stream(String content, Schema schema) throws IOException {
        Path path = Files.writeString(folder.resolve("rows"), content);
        return FileRows.stream(database, path, FileFormat.UNKNOWN, CsvLayout.UNKNOWN, schema);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n1\n", "a,b\n1,x\n,\n", "a;b\n0.5;2026-01-01\n", "a,b\ntrue,no\n", "'a';'b'\n'x';1\n"})
    void textWhoseFirstRowsTellItsTypes(String content) throws IOException, SQLException {
        try (FileRows rows = stream(content, NOTHING_DECLARED).orElseThrow()) {
            assertThat(rows.isStream()).isTrue();
            assertThat(rows.isEmpty()).isFalse();
        }
        assertThat(tables()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n", // no rows
                "a,b\n1,\n2,\n", // no value
                "a,b\n1,x\n1,2,3\n", // no table
                "a,b\n1,7\n2,2026-01-01\n", // neither numbers nor instants, and perhaps no text
                "{\"a\": 1}", // no delimited text
                "a\0b"
            })
    void whatIsLeftToATable(String content) throws IOException, SQLException {
        assertThat(stream(content, NOTHING_DECLARED)).isEmpty();
        assertThat(tables()).isZero();
    }

    @Test
    void aColumnThatIsDeclaredNeedsNoValue() throws IOException, SQLException {
        Schema schema = new Schema(Map.of("b", new Declared(Optional.of(ColumnType.TEXT), Optional.empty())));
        try (FileRows rows = stream("a,b\n1,\n2,\n", schema).orElseThrow()) {
            assertThat(rows.columns()).extracting(FileRows.FileColumn::name).containsExactly("a", "b");
        }
        try (FileRows rows = stream("b\nx\n", schema).orElseThrow()) {
            assertThat(rows.isEmpty()).isFalse();
        }
    }

    @Test
    void aRowUnlikeTheFirstOnesFails() throws IOException, SQLException {
        try (FileRows rows =
                stream("a\n" + "1\n".repeat(30_000) + "0.5\n", NOTHING_DECLARED).orElseThrow()) {
            assertThat(database.number("SELECT count(*) FROM " + rows.known())).isEqualTo(2_048);
            assertThatThrownBy(() -> database.rows("SELECT sum(a) FROM " + rows.source(), List.of(), row -> row))
                    .isInstanceOf(SQLException.class);
        }
    }

    private long tables() throws SQLException {
        return database.number("SELECT count(*) FROM duckdb_tables()");
    }
}
