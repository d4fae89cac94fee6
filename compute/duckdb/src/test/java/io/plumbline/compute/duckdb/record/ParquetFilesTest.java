package io.plumbline.compute.duckdb.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.compute.testkit.record.SampleRecord;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.RecordEngine;
import io.plumbline.domain.record.RecordEngine.Received;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.measures.table.ColumnRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files are to others, and what happens where the disk or the memory does not do. */
class ParquetFilesTest {
    private static final List<Column> COLUMNS = List.of(
            Column.of("Credit Amount", ValueType.NUMBER, ColumnRole.FEATURE),
            Column.of("credit amount", ValueType.VECTOR, ColumnRole.FEATURE),
            Column.of("at", ValueType.TIMESTAMP, ColumnRole.FEATURE));

    private static final RecordEngine.Joinable NOTHING = dataset -> {
        throw new IllegalArgumentException("nothing is joined");
    };

    @TempDir
    Path folder;

    private DuckDbRecordEngine engine;

    @BeforeEach
    void start() {
        engine = DuckDbRecordEngine.start(DuckDbSettings.ofMachine()
                .withMemoryBytes(256L << 20)
                .withThreads(1)
                .withScratch(folder));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private static List<Received> batch(SampleRecord... records) {
        return List.of(new Received(Instant.EPOCH, SampleRecord.batch(COLUMNS, List.of(records))));
    }

    @Test
    void anyReaderOfParquetUnderstandsThem() throws SQLException {
        Path path = folder.resolve("it's [a] file.parquet");
        engine.write(
                path,
                new Schema(1, COLUMNS),
                batch(
                        SampleRecord.of("late", 2_000_000, "Credit Amount", 2.0, "at", 1L),
                        SampleRecord.of("early", 1_000_000, "credit amount", new double[] {1, 2})
                                .in("t")));
        assertThat(read("SELECT * EXCLUDE (\"_annotations\") FROM read_parquet('"
                        + path.toString().replace("'", "''").replace("[", "[[]") + "')"))
                .containsExactly(
                        "early | 1970-01-01 00:00:01.0 | 1970-01-01 00:00:00.0 | t | 1 | null | [1.0, 2.0] | null",
                        "late | 1970-01-01 00:00:02.0 | 1970-01-01 00:00:00.0 | null | 0 | 2.0 | null | 1970-01-01 00:00:00.000001");
        assertThat(read("SELECT name FROM parquet_schema('"
                        + path.toString().replace("'", "''").replace("[", "[[]") + "')"))
                .contains("_record_id", "_event_time", "Credit Amount", "credit amount~1", "at");
    }

    private static List<String> read(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join(" | ", values));
            }
        }
        return rows;
    }

    @Test
    void aFullDiskIsToldAndNothingIsLeft() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full, which is a full disk on Linux");
        Path path = folder.resolve("records.parquet");
        Path temporary = folder.resolve("records.parquet.tmp");
        Files.createSymbolicLink(temporary, full);
        assertThatThrownBy(() -> engine.write(path, new Schema(1, COLUMNS), batch(SampleRecord.of("a", 1))))
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        thrown -> assertThat(thrown.failure()).isInstanceOf(Failure.StorageFull.class));
        assertThat(Files.exists(path, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(Files.exists(temporary, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void whatWasLeftByACrashIsOverwritten() throws IOException {
        Path path = folder.resolve("records.parquet");
        Files.writeString(folder.resolve("records.parquet.tmp"), "half a file");
        engine.write(path, new Schema(1, COLUMNS), batch(SampleRecord.of("a", 1)));
        assertThat(find(path)).containsExactly("a");
        assertThat(Files.exists(folder.resolve("records.parquet.tmp"))).isFalse();
    }

    private List<String> find(Path path) {
        return engine
                .find(new RecordEngine.Files(COLUMNS, List.of(path), List.of()), RecordQuery.first(10), NOTHING)
                .records()
                .stream()
                .map(record -> record.id())
                .toList();
    }

    @Test
    void aDamagedFileIsNotTakenForAnEmptyOne() throws IOException {
        Path path = folder.resolve("records.parquet");
        SampleRecord[] records = IntStream.range(0, 50_000)
                .mapToObj(i -> SampleRecord.of("id-" + i, i, "Credit Amount", Math.sqrt(i)))
                .toArray(SampleRecord[]::new);
        engine.write(path, new Schema(1, COLUMNS), batch(records));
        byte[] bytes = Files.readAllBytes(path);
        for (int i = bytes.length / 4; i < bytes.length / 2; i++) {
            bytes[i] ^= 0x55;
        }
        Path damaged = Files.write(folder.resolve("damaged.parquet"), bytes);
        RecordEngine.Files files = new RecordEngine.Files(COLUMNS, List.of(damaged), List.of());
        assertThatThrownBy(() -> engine.find(files, List.of("id-0"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.scan(files, 1000, batch -> {})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.merge(folder.resolve("m.parquet"), files, Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Files.exists(folder.resolve("m.parquet"))).isFalse();
    }

    @Test
    void sortingMoreThanFitsIntoMemorySpillsToDisk() {
        int rows = 400_000;
        List<Column> texts = List.of(Column.of("s", ValueType.TEXT, ColumnRole.FEATURE));
        List<Path> paths = new ArrayList<>();
        for (int file = 0; file < 4; file++) {
            int number = file;
            List<SampleRecord> records = IntStream.range(0, rows / 4)
                    .mapToObj(i -> SampleRecord.of(
                            "id-" + number + "-" + i, (i * 7919L) % rows, "s", number + "x".repeat(900) + i))
                    .toList();
            paths.add(folder.resolve(file + ".parquet"));
            engine.write(
                    paths.getLast(),
                    new Schema(1, texts),
                    List.of(new Received(Instant.EPOCH, SampleRecord.batch(texts, records))));
        }
        RecordEngine.Files files = new RecordEngine.Files(texts, paths, List.of());
        long[] seen = new long[2];
        engine.scan(files, 10_000, batch -> {
            for (long time : batch.eventTimes()) {
                assertThat(time).isGreaterThanOrEqualTo(seen[1]);
                seen[1] = time;
            }
            seen[0] += batch.rows();
        });
        assertThat(seen[0]).isEqualTo(rows);
        Path merged = folder.resolve("merged.parquet");
        assertThat(engine.merge(merged, files, Optional.empty()).rows()).isEqualTo(rows);
    }

    @Test
    void anEngineThatIsClosedAnswersNothing() {
        Path path = folder.resolve("records.parquet");
        engine.write(path, new Schema(1, COLUMNS), batch(SampleRecord.of("a", 1)));
        engine.close();
        assertThatThrownBy(() -> find(path)).isInstanceOf(java.util.concurrent.CancellationException.class);
    }
}
