package io.plumbline.compute.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.GroupQuery.Aggregate;
import io.plumbline.domain.record.GroupQuery.Function;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordQuery.Order;
import io.plumbline.domain.record.StoredRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole suite for an engine of records. Here: that it answers any question as one who looks at every record would, whatever the files and
 * the changes, and several at once.
 */
public abstract class RecordEngineContract extends RecordPagesContract {
    private static final int RECORDS = 40;

    static IntStream seeds() {
        return IntStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyQuestionIsAnsweredAsByLookingAtEveryRecord(long seed) {
        RandomRecords random = new RandomRecords(seed);
        List<SampleRecord> records = new ArrayList<>(random.records(RECORDS));
        List<Path> written = random.cut(List.copyOf(records)).stream()
                .map(part -> write(RandomRecords.COLUMNS, part.toArray(SampleRecord[]::new)))
                .toList();
        Files files = new Files(RandomRecords.COLUMNS, written, changes(random, records));
        Path merged = path();
        engine().merge(merged, files, Optional.empty());
        NaiveRecords naive = new NaiveRecords(RandomRecords.COLUMNS, records);
        for (int question = 0; question < 15; question++) {
            Filter filter = random.filter();
            List<RecordQuery.Key> keys = random.keys();
            List<SampleRecord> expected = naive.find(filter, keys);
            assertSame(find(files, filter, new Order.By(keys)), expected, filter + " by " + keys);
            assertSame(
                    find(files(RandomRecords.COLUMNS, merged), filter, new Order.By(keys)),
                    expected,
                    "folded: " + filter + " by " + keys);
        }
        assertGroups(files, records);
    }

    private List<Path> changes(RandomRecords random, List<SampleRecord> records) {
        List<Path> paths = new ArrayList<>();
        for (String field : List.of("x", "s", "flag", "x")) {
            List<RecordChange> changes = new ArrayList<>();
            random.changed(records, field).forEach((number, record) -> {
                records.set(number, record);
                changes.add(value(record.id(), field, json(record.values().get(field))));
            });
            paths.add(change(changes.toArray(RecordChange[]::new)));
        }
        return paths;
    }

    private static @Nullable String json(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        boolean quoted = value instanceof String || (value instanceof Double number && !Double.isFinite(number));
        String text =
                value.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return quoted ? '"' + text + '"' : text;
    }

    private static void assertSame(RecordPage page, List<SampleRecord> expected, String question) {
        assertThat(ids(page.records()))
                .as(question)
                .isEqualTo(expected.stream().map(SampleRecord::id).toList());
        assertThat(page.total()).as(question).hasValue(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            SampleRecord record = expected.get(i);
            List<@Nullable Object> values = page.columns().stream()
                    .<@Nullable Object>map(column -> record.values().get(column.name()))
                    .toList();
            assertThat(withoutSignOfZero(page.records().get(i).values()))
                    .as(question)
                    .isEqualTo(withoutSignOfZero(values));
        }
    }

    /** Zeros of both signs are one value, in files as in filters. */
    private static List<@Nullable Object> withoutSignOfZero(List<@Nullable Object> values) {
        return values.stream()
                .<@Nullable Object>map(value -> value instanceof Double number ? Double.valueOf(number + 0.0) : value)
                .toList();
    }

    private void assertGroups(Files files, List<SampleRecord> records) {
        for (String group : List.of("s", "n", "flag")) {
            Map<@Nullable Object, Long> counts = new HashMap<>();
            Map<@Nullable Object, Double> sums = new HashMap<>();
            for (SampleRecord record : records) {
                Object key = record.values().get(group);
                counts.merge(key, 1L, Long::sum);
                Object whole = record.values().get("n");
                if (whole != null) {
                    sums.merge(key, (double) (long) whole, Double::sum);
                }
            }
            List<List<@Nullable Object>> rows = engine().group(
                            files,
                            groups(
                                    List.of(group),
                                    List.of(
                                            new Aggregate(Function.COUNT, Optional.empty()),
                                            new Aggregate(Function.SUM, Optional.of("n"))),
                                    Optional.empty()),
                            NOTHING)
                    .rows();
            assertThat(rows).as(group).hasSize(counts.size());
            for (List<@Nullable Object> row : rows) {
                assertThat(row.get(1)).as(group).isEqualTo(counts.get(row.getFirst()));
                assertThat(row.get(2)).as(group).isEqualTo(sums.get(row.getFirst()));
            }
        }
    }

    @Test
    void severalThreadsAskAndWriteAtOnce() {
        RandomRecords random = new RandomRecords(1);
        SampleRecord[] records = random.records(5000).toArray(SampleRecord[]::new);
        Files files = files(RandomRecords.COLUMNS, write(RandomRecords.COLUMNS, records));
        Filter filter = new Filter.Compare("n", Filter.Comparison.LESS, "5");
        List<String> expected = ids(files, filter);
        List<Path> paths = IntStream.range(0, 16).mapToObj(i -> path()).toList();
        List<CompletableFuture<Void>> all = paths.stream()
                .map(path -> CompletableFuture.runAsync(() -> {
                    assertThat(ids(files, filter)).isEqualTo(expected);
                    engine().merge(path, files, Optional.empty());
                    assertThat(ids(files(RandomRecords.COLUMNS, path), filter)).isEqualTo(expected);
                }))
                .toList();
        all.forEach(CompletableFuture::join);
        assertThat(expected).hasSizeGreaterThan(1000);
    }

    @Test
    void anInterruptedThreadReadsNothing() {
        Files files = files(RandomRecords.COLUMNS, write(RandomRecords.COLUMNS, SampleRecord.of("a", 1)));
        List<StoredRecord> before = find(files, Filter.ALL);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> find(files, Filter.ALL)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
        assertThat(find(files, Filter.ALL)).isEqualTo(before);
    }
}
