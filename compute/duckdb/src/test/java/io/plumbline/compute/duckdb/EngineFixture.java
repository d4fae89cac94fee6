package io.plumbline.compute.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.compute.testkit.ReadColumn;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import io.plumbline.measures.table.TableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A folder of files for each test, and an engine for all. */
abstract class EngineFixture {
    @TempDir
    Path folder;

    static DuckDbEngine engine;

    @BeforeAll
    static void start() {
        engine = DuckDbEngine.start(DuckDbSettings.ofMachine());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    final Path file(String name, String text) {
        return SampleFiles.write(folder.resolve(name), text);
    }

    final Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final Table open(String name, String text) {
        return open(file(name, text));
    }

    static Table open(Path file) {
        return engine.open(file.toString(), Schema.NONE);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same small table, however it is written. */
    static void assertIntegersAandB(Table table) {
        try (table) {
            assertThat(table.columns())
                    .containsExactly(
                            new TableColumn("a", ColumnType.INTEGER), new TableColumn("b", ColumnType.INTEGER));
            assertThat(ReadColumn.of(table, "a").numbers()).containsExactlyInAnyOrder(1L, 3L);
            assertThat(ReadColumn.of(table, "b").numbers()).containsExactlyInAnyOrder(2L, 4L);
        }
    }

    static AbstractStringAssert<?> assertMessageOf(Path file) {
        return assertMessageOf(file.toString());
    }

    /** Every message is one line that begins with the file and ends with what to do. */
    static AbstractStringAssert<?> assertMessageOf(String location) {
        TableException thrown = catchThrowableOfType(TableException.class, () -> {
            try (Table table = engine.open(location, Schema.NONE)) {
                table.columns().forEach(column -> table.read(column, chunk -> {}));
            }
        });
        assertThat(thrown).as(location).isNotNull();
        return assertThat(thrown.getMessage())
                .doesNotContain("\n")
                .startsWith(location)
                .endsWith(".")
                .hasSizeLessThan(location.length() + 300);
    }
}
