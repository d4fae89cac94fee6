package io.plumbline.compute.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.RecordEngine.Received;
import io.plumbline.domain.record.RecordEngine.Written;
import io.plumbline.domain.record.StoredRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How files are written and what becomes of values, names and schemas in them. */
public abstract class RecordFilesContract extends RecordEngineFixture {
    private static final List<Column> X = List.of(column("x", ValueType.NUMBER));

    private static final List<Column> ALL_TYPES = List.of(
            column("number", ValueType.NUMBER),
            column("integer", ValueType.INTEGER),
            column("timestamp", ValueType.TIMESTAMP),
            column("boolean", ValueType.BOOLEAN),
            column("text", ValueType.TEXT),
            column("vector", ValueType.VECTOR),
            column("json", ValueType.JSON),
            column("binary", ValueType.BINARY));

    private static final SampleRecord FULL = SampleRecord.of(
                    "a",
                    1_500_000,
                    "number",
                    -0.1,
                    "integer",
                    Long.MIN_VALUE + 1,
                    "timestamp",
                    1_767_225_600_123_456L,
                    "boolean",
                    true,
                    "text",
                    "it's \"Zoë\" 😀\n\\",
                    "vector",
                    new double[] {1.5, Double.NaN, Double.NEGATIVE_INFINITY, 1e-300, 12345678.9},
                    "json",
                    "{\"a\": [1, null]}",
                    "binary",
                    new byte[] {0, -1, 127})
            .in("t-1");

    private static final SampleRecord BARE = SampleRecord.of("b", 2_000_000);

    @Test
    void everyTypeComesBackAsItWasAndMissingStaysMissing() {
        List<StoredRecord> records = find(files(ALL_TYPES, write(ALL_TYPES, BARE, FULL)), Filter.ALL);
        assertThat(ids(records)).containsExactly("a", "b");
        StoredRecord full = records.getFirst();
        assertThat(full.eventTime()).isEqualTo(Instant.ofEpochMilli(1500));
        assertThat(full.receivedAt()).isEqualTo(RECEIVED);
        assertThat(full.transaction()).contains("t-1");
        assertThat(full.annotations()).isEmpty();
        assertThat(Arrays.deepToString(full.values().toArray())).isEqualTo(Arrays.deepToString(new Object[] {
            -0.1,
            Long.MIN_VALUE + 1,
            Instant.parse("2026-01-01T00:00:00.123456Z"),
            true,
            "it's \"Zoë\" 😀\n\\",
            new double[] {1.5, Double.NaN, Double.NEGATIVE_INFINITY, 1e-300, 12345678.9},
            "{\"a\": [1, null]}",
            new byte[] {0, -1, 127}
        }));
        assertThat(full.values().get(0)).isInstanceOf(Double.class);
        assertThat(full.values().get(1)).isInstanceOf(Long.class);
        assertThat(records.get(1).transaction()).isEmpty();
        assertThat(records.get(1).values()).hasSize(8).containsOnlyNulls();
    }

    @Test
    void scanningGivesTheSameValues() {
        var batches = scan(files(ALL_TYPES, write(ALL_TYPES, BARE, FULL)), 10);
        assertThat(batches).hasSize(1);
        assertThat(batches.getFirst().ids()).containsExactly("a", "b");
        assertThat(batches.getFirst().eventTimes()).containsExactly(1_500_000, 2_000_000);
        assertThat(batches.getFirst().transactions().orElseThrow()).containsExactly("t-1", "");
        assertThat(batches.getFirst().columns())
                .usingRecursiveComparison()
                .withEqualsForType((left, right) -> left.compareTo(right) == 0, Double.class)
                .isEqualTo(SampleRecord.batch(ALL_TYPES, List.of(FULL, BARE)).columns());
    }

    @Test
    void notANumberAndInfinityAreNotMissing() {
        Path file = write(
                X,
                SampleRecord.of("nan", 1, "x", Double.NaN),
                SampleRecord.of("inf", 2, "x", Double.POSITIVE_INFINITY),
                SampleRecord.of("none", 3));
        List<StoredRecord> records = find(files(X, file), Filter.ALL);
        assertThat(records.get(0).values()).containsExactly(Double.NaN);
        assertThat(records.get(1).values()).containsExactly(Double.POSITIVE_INFINITY);
        assertThat(records.get(2).values()).containsOnlyNulls();
        assertThat(ids(files(X, file), new Filter.Missing("x"))).containsExactly("none");
        assertThat(ids(files(X, file), new Filter.Present("x"))).containsExactly("nan", "inf");
    }

    @Test
    void whatWasWrittenIsTold() throws IOException {
        Path path = path();
        Written written = engine().write(
                        path,
                        new Schema(1, X),
                        List.of(
                                received(SampleRecord.of("late", 3_000_001)),
                                received(SampleRecord.of("early", -5), SampleRecord.of("between", 7))));
        assertThat(written.rows()).isEqualTo(3);
        assertThat(written.bytes()).isEqualTo(Files.size(path));
        assertThat(written.earliest()).isEqualTo(Instant.EPOCH.minusNanos(5_000));
        assertThat(written.latest()).isEqualTo(Instant.EPOCH.plusNanos(3_000_001_000L));
        assertThat(ids(files(X, path), Filter.ALL)).containsExactly("early", "between", "late");
    }

    private static Received received(SampleRecord... records) {
        return new Received(RECEIVED, SampleRecord.batch(X, List.of(records)));
    }

    @Test
    void filesMayBeEmptyAndThereMayBeNone() {
        Path empty = write(X, List.of());
        assertThat(find(files(X, empty), Filter.ALL)).isEmpty();
        assertThat(scan(files(X, empty), 5)).isEmpty();
        assertThat(find(files(X), Filter.ALL, new io.plumbline.domain.record.RecordQuery.Order.By(List.of()))
                        .total())
                .hasValue(0);
        assertThat(scan(files(X), 5)).isEmpty();
        assertThat(ids(files(X, empty, write(X, SampleRecord.of("a", 1))), Filter.ALL))
                .containsExactly("a");
    }

    @Test
    void nothingIsLeftWhereWritingFails() throws IOException {
        Path path = path();
        Received wrong = new Received(
                RECEIVED,
                SampleRecord.batch(List.of(column("other", ValueType.TEXT)), List.of(SampleRecord.of("a", 1))));
        assertThatThrownBy(() -> engine().write(path, new Schema(1, X), List.of(wrong)))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("other");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> engine().write(path, new Schema(1, X), List.of(received(SampleRecord.of("a", 1)))))
                .isInstanceOf(java.util.concurrent.CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() {
        Path path = write(X, SampleRecord.of("a", 1));
        assertThatThrownBy(() -> engine().write(path, new Schema(1, X), List.of()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(ids(files(X, path), Filter.ALL)).containsExactly("a");
    }

    @Test
    void aFileThatIsGoneIsNamed() throws IOException {
        Path stays = write(X, SampleRecord.of("a", 1));
        Path goes = write(X, SampleRecord.of("b", 2));
        assertThat(ids(files(X, stays, goes), Filter.ALL)).hasSize(2);
        Files.delete(goes);
        for (Path file : List.of(goes, path())) {
            assertGone(file, () -> find(files(X, stays, file), Filter.ALL));
            assertGone(file, () -> scan(files(X, stays, file), 10));
            assertGone(file, () -> engine().merge(path(), files(X, stays, file), Optional.empty()));
        }
    }

    private static void assertGone(Path file, org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(file.toString());
    }

    @Test
    void aHundredThousandRowsComeBackInOrder() {
        int rows = 100_000;
        List<SampleRecord> records = IntStream.range(0, rows)
                .mapToObj(i -> SampleRecord.of("r" + i, (i * 7919L) % rows, "x", (double) i))
                .toList();
        List<Received> batches = IntStream.range(0, 10)
                .mapToObj(i -> new Received(
                        RECEIVED, SampleRecord.batch(X, records.subList(i * rows / 10, (i + 1) * rows / 10))))
                .toList();
        var scanned = scan(files(X, write(X, batches)), 30_000);
        assertThat(scanned).extracting(batch -> batch.rows()).containsExactly(30_000, 30_000, 30_000, 10_000);
        long[] times = scanned.stream()
                .flatMapToLong(batch -> Arrays.stream(batch.eventTimes()))
                .toArray();
        assertThat(times).isEqualTo(java.util.stream.LongStream.range(0, rows).toArray());
    }
}
