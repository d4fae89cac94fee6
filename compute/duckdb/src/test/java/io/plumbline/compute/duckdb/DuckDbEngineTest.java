package io.plumbline.compute.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.compute.testkit.ReadColumn;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an engine does with memory, disk and time. */
@Timeout(60)
class DuckDbEngineTest {
    private static final long LITTLE_MEMORY = 192L << 20;

    @TempDir
    Path folder;

    private Path scratch;

    @BeforeEach
    void makeScratch() throws IOException {
        scratch = Files.createDirectory(folder.resolve("scratch"));
    }

    private DuckDbEngine start() {
        return DuckDbEngine.start(new DuckDbSettings(2, LITTLE_MEMORY, scratch));
    }

    private Path copy(String select, String file) {
        Path path = folder.resolve(file);
        SampleFiles.run("COPY (" + select + ") TO " + Sql.literal(path.toString()));
        return path;
    }

    private long spilledBytes() {
        try (Stream<Path> files = Files.walk(scratch)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void parquetIsStreamedWithoutKeepingWhatWasRead() {
        Path file = copy("SELECT hash(range) / 3.0 AS x FROM range(30000000)", "x.parquet");
        try (DuckDbEngine engine = start();
                Table table = engine.open(file.toString(), Schema.NONE)) {
            long[] most = new long[2];
            table.read(ReadColumn.column(table, "x"), chunk -> {
                most[0] = Math.max(most[0], most[1] % 100 == 0 ? spilledBytes() : 0);
                most[1]++;
            });
            assertThat(table.rows()).isEqualTo(30_000_000);
            assertThat(most[0])
                    .as("240 MB passed through 192 MB, and nothing was put on disk")
                    .isZero();
        }
    }

    @Test
    void textThatDoesNotFitIsSpilledAndReadAll() {
        // Short texts that are eight bytes each in memory.
        String digits = IntStream.range(0, 9)
                .mapToObj(i -> "(range + %1$d) %% 10 AS d%1$d".formatted(i))
                .collect(Collectors.joining(", "));
        Path file = copy("SELECT range AS n, " + digits + " FROM range(3000000)", "x.csv");
        try (DuckDbEngine engine = start();
                Table table = engine.open(file.toString(), Schema.NONE)) {
            assertThat(spilledBytes()).isPositive();
            long[] sum = new long[2];
            table.readAligned(table.columns().subList(0, 1), (block, size) -> {
                for (int i = 0; i < size; i++) {
                    sum[0] += block[0][i] == sum[1]++ ? 0 : 1;
                }
            });
            assertThat(sum).as("rows out of order, rows").containsExactly(0, 3_000_000);
        }
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void aClosedTableGivesItsMemoryBackSoThatTheNextFits() {
        Path file = copy("SELECT range AS n, hash(range) AS h FROM range(2000000)", "x.csv");
        try (DuckDbEngine engine = start()) {
            for (int i = 0; i < 5; i++) {
                try (Table table = engine.open(file.toString(), Schema.NONE)) {
                    assertThat(table.rows()).isEqualTo(2_000_000);
                }
            }
            assertThat(spilledBytes()).isZero();
        }
    }

    @Test
    void openingEndsWithAnInterrupt() {
        Path file = copy("SELECT range AS n, hash(range) AS h FROM range(10000000)", "x.csv");
        try (DuckDbEngine engine = start()) {
            Thread opening = Thread.currentThread();
            Thread interrupting = Thread.ofVirtual().start(() -> interruptAfter(300, opening));
            assertThatThrownBy(() -> engine.open(file.toString(), Schema.NONE))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(interrupting.isAlive()).isFalse();
        }
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void aLongQueryEndsSoonAfterAnInterrupt() {
        Path file = copy("SELECT hash(range)::VARCHAR AS s FROM range(8000000)", "x.parquet");
        try (DuckDbEngine engine = start();
                Table table = engine.open(file.toString(), Schema.NONE)) {
            Thread reading = Thread.currentThread();
            Thread.ofVirtual().start(() -> interruptAfter(200, reading));
            long begin = System.nanoTime();
            assertThatThrownBy(table::duplicateRows).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(3000);
        }
    }

    private static void interruptAfter(long millis, Thread thread) {
        try {
            Thread.sleep(millis);
            thread.interrupt();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aMissingFolderForTemporaryFilesIsNamed() {
        DuckDbSettings settings = DuckDbSettings.ofMachine().withScratch(folder.resolve("none"));

        assertThatThrownBy(() -> DuckDbEngine.start(settings))
                .isInstanceOf(TableException.class)
                .hasMessageContaining(folder.resolve("none").toString())
                .hasMessageContaining("java.io.tmpdir");
    }

    @Test
    void closingTheEngineEndsReadingsAndDeletesTheScratchFolder() throws Exception {
        Path file = copy("SELECT range AS n FROM range(50000000)", "x.parquet");
        DuckDbEngine engine = start();
        Table table = engine.open(file.toString(), Schema.NONE);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> reading =
                CompletableFuture.runAsync(() -> table.read(ReadColumn.column(table, "n"), chunk -> begun.countDown()));
        begun.await();
        engine.close();
        assertThatThrownBy(reading::join).hasRootCauseInstanceOf(CancellationException.class);
        assertThat(scratch).isEmptyDirectory();
        assertThatThrownBy(() -> engine.open(file.toString(), Schema.NONE)).isInstanceOf(CancellationException.class);
        table.close();
        engine.close();
    }

    @Test
    void aFileThatLosesRowsWhileItIsReadIsNotTakenForAWholeOne() throws IOException {
        Path file = copy("SELECT range AS n FROM range(1000)", "x.parquet");
        try (DuckDbEngine engine = start();
                Table table = engine.open(file.toString(), Schema.NONE)) {
            copy("SELECT range AS n FROM range(10)", "x.parquet");
            assertThatThrownBy(() -> table.read(ReadColumn.column(table, "n"), chunk -> {}))
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining("x.parquet");
            Files.delete(file);
            assertThatThrownBy(() -> table.read(ReadColumn.column(table, "n"), chunk -> {}))
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining("x.parquet")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void settingsThatMakeNoSense() {
        DuckDbSettings settings = DuckDbSettings.ofMachine();
        assertThatThrownBy(() -> settings.withThreads(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.withMemoryBytes(1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(settings.threads()).isPositive();
        assertThat(settings.memoryBytes()).isGreaterThanOrEqualTo(64L << 20);
    }
}
