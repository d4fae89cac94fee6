package io.plumbline.compute.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.Filter.Comparison;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.GroupQuery.Aggregate;
import io.plumbline.domain.record.GroupQuery.Function;
import io.plumbline.domain.record.GroupTable;
import io.plumbline.domain.record.GroupTable.Limited;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordEngine.Received;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordQuery.Counting;
import io.plumbline.domain.record.RecordQuery.Direction;
import io.plumbline.domain.record.RecordQuery.Order;
import io.plumbline.domain.record.StoredRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That pages, counts and groups of few of many records are what they are of all, whatever an engine leaves unread. */
public abstract class RecordPagesContract extends RecordChangesContract {
    private static final int ROWS = 260_000;

    static IntStream manySeeds() {
        return IntStream.range(100, 120);
    }

    @ParameterizedTest
    @MethodSource("manySeeds")
    void pagesTogetherAreAllRecordsInTheirOrder(long seed) {
        RandomRecords random = new RandomRecords(seed);
        List<SampleRecord> records = random.records(60);
        List<Path> written = random.cut(records).stream()
                .map(part -> write(RandomRecords.COLUMNS, part.toArray(SampleRecord[]::new)))
                .toList();
        List<Path> again = List.of(write(RandomRecords.COLUMNS, records.get(3), records.get(41)));
        Files files = new Files(RandomRecords.COLUMNS, concat(written, again), changes(random, records));
        for (int question = 0; question < 6; question++) {
            Filter filter = question % 3 == 0 ? Filter.ALL : random.filter();
            Order order = question % 2 == 0 ? Order.BY_TIME : new Order.By(random.keys());
            assertPages(files, filter, order, random.pick(List.of(3, 7, 25, 60)));
        }
        assertPages(files, Filter.ALL, new Order.Random(seed), 7);
    }

    private static List<Path> concat(List<Path> some, List<Path> more) {
        List<Path> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private List<Path> changes(RandomRecords random, List<SampleRecord> records) {
        List<RecordChange> changes = new ArrayList<>();
        random.changed(records, "n")
                .forEach((number, record) -> changes.add(value(
                        record.id(),
                        "n",
                        record.values().get("n") == null
                                ? null
                                : String.valueOf(record.values().get("n")))));
        changes.add(annotation("r5", "note", "\"seen\""));
        return List.of(change(changes.toArray(RecordChange[]::new)), change(value("nobody", "n", "1")));
    }

    private void assertPages(Files files, Filter filter, Order order, int size) {
        List<StoredRecord> whole = find(files, filter, order).records();
        List<StoredRecord> seen = new ArrayList<>();
        for (int offset = 0; offset <= whole.size(); offset += size) {
            RecordPage page = engine().find(files, query(filter, order, offset, size), NOTHING);
            assertThat(page.total()).as(filter + " by " + order).hasValue(whole.size());
            seen.addAll(page.records());
        }
        assertThat(seen).as(filter + " by " + order).isEqualTo(whole);
    }

    /** Two files whose times overlap, of so many records that engines read them by parts; n is the time as well. */
    private Files manyRecords() {
        return files(COLUMNS, many(0, 2), many(ROWS / 2 + 1, 1));
    }

    private static final List<io.plumbline.domain.model.Column> COLUMNS =
            List.of(column("n", ValueType.INTEGER), column("even", ValueType.BOOLEAN));

    private Path many(int from, int step) {
        String[] ids = new String[ROWS];
        boolean[] even = new boolean[ROWS];
        long[] times = LongStream.range(0, ROWS).map(i -> from + i * step).toArray();
        for (int i = 0; i < ROWS; i++) {
            ids[i] = "id-" + from + "-" + new Random(i).nextInt(1000) + "-" + i;
            even[i] = times[i] % 2 == 0;
        }
        RecordBatch batch = new RecordBatch(
                ids,
                times,
                Optional.empty(),
                List.of(
                        new BatchColumn.Integers("n", times, new BitSet()),
                        new BatchColumn.Booleans("even", even, new BitSet())));
        return write(COLUMNS, List.of(new Received(RECEIVED, batch)));
    }

    private static long[] manyTimes() {
        return LongStream.concat(
                        LongStream.range(0, ROWS).map(i -> i * 2),
                        LongStream.range(0, ROWS).map(i -> ROWS / 2 + 1 + i))
                .sorted()
                .toArray();
    }

    @Test
    void aPageFromTheMiddleOfManyIsFound() {
        Files files = manyRecords();
        long[] times = manyTimes();
        for (int offset :
                new int[] {0, 40_000, ROWS / 4, ROWS - 3, ROWS + 7, 2 * ROWS - 90, 2 * ROWS - 1, 2 * ROWS, 3 * ROWS}) {
            RecordPage page = engine().find(files, query(Filter.ALL, Order.BY_TIME, offset, 100), NOTHING);
            assertThat(page.total()).hasValue(2 * ROWS);
            assertThat(page.records())
                    .extracting(record -> record.values().getFirst())
                    .isEqualTo(times(times, offset, offset + 100));
        }
    }

    private static List<Object> times(long[] times, int from, int until) {
        return LongStream.range(Math.min(from, times.length), Math.min(until, times.length))
                .<Object>mapToObj(i -> times[(int) i])
                .toList();
    }

    @Test
    void recordsOfATimeAreCountedAndPaged() {
        Files files = manyRecords();
        for (long[] range :
                new long[][] {{5, 9}, {1_000, 300_001}, {131_000, 131_001}, {-9, ROWS}, {ROWS, 5L * ROWS}, {7, 7}}) {
            long[] times = LongStream.of(manyTimes())
                    .filter(time -> time >= range[0] && time < range[1])
                    .toArray();
            RecordQuery query = new RecordQuery(
                    Optional.of(micros(range[0])),
                    Optional.of(micros(range[1])),
                    Filter.ALL,
                    Optional.empty(),
                    Order.BY_TIME,
                    times.length / 2,
                    50,
                    Counting.COUNTED);
            RecordPage page = engine().find(files, query, NOTHING);
            assertThat(page.total()).hasValue(times.length);
            assertThat(page.records())
                    .extracting(record -> record.values().getFirst())
                    .isEqualTo(times(times, times.length / 2, times.length / 2 + 50));
        }
    }

    private static Instant micros(long micros) {
        return Instant.EPOCH.plusNanos(micros * 1_000);
    }

    @Test
    void manyAreOrderedByAFieldAndThenByTime() {
        Files files = manyRecords();
        Order order = new Order.By(List.of(new RecordQuery.Key("even", Direction.DESCENDING)));
        RecordPage page = engine().find(files, query(Filter.ALL, order, 10, 20), NOTHING);
        assertThat(page.records())
                .extracting(record -> record.values().getFirst())
                .isEqualTo(times(manyTimes(), 10, 30).stream()
                        .<Object>map(time -> time)
                        .toList());
    }

    @Test
    void recordsAreFoundAmongMany() {
        Files files = manyRecords();
        List<StoredRecord> some = new ArrayList<>();
        for (int offset : new int[] {3, 200_000, 2 * ROWS - 5}) {
            some.addAll(engine().find(files, query(Filter.ALL, Order.BY_TIME, offset, 1), NOTHING)
                    .records());
        }
        for (StoredRecord record : some) {
            assertThat(engine().find(files, List.of(record.id())).records()).containsExactly(record);
            Filter filter = new Filter.In("_record_id", List.of(record.id(), "nobody"));
            RecordPage page = engine().find(files, query(filter, Order.BY_TIME, 0, 5), NOTHING);
            assertThat(page.records()).containsExactly(record);
            assertThat(page.total()).hasValue(1);
        }
        assertThat(engine().find(files, ids(some)).records()).containsExactlyElementsOf(some);
        assertThat(engine().find(files, List.of("nobody")).records()).isEmpty();
        List<String> many = new ArrayList<>(ids(some));
        IntStream.range(0, 5_000).forEach(i -> many.add("nobody-" + i));
        assertThat(engine().find(files, many).records()).containsExactlyElementsOf(some);
    }

    @Test
    void aChangeOfOneOfManyIsSeenByEveryQuestion() {
        Files records = manyRecords();
        StoredRecord record = engine().find(records, query(Filter.ALL, Order.BY_TIME, 300_000, 1), NOTHING)
                .records()
                .getFirst();
        Files files = new Files(COLUMNS, records.records(), List.of(change(value(record.id(), "n", "-5"))));
        Filter negative = new Filter.Compare("n", Comparison.LESS, "0");
        RecordPage page = engine().find(files, query(negative, Order.BY_TIME, 0, 5), NOTHING);
        assertThat(ids(page.records())).containsExactly(record.id());
        assertThat(page.records().getFirst().values()).contains(-5L);
        Order first = new Order.By(List.of(new RecordQuery.Key("n", Direction.ASCENDING)));
        assertThat(ids(engine().find(files, query(Filter.ALL, first, 0, 1), NOTHING)
                        .records()))
                .containsExactly(record.id());
        assertThat(engine().group(files, newest(negative, 10), NOTHING).processed())
                .isEqualTo(1);
        assertThat(engine().find(files, List.of(record.id()))
                        .records()
                        .getFirst()
                        .values())
                .contains(-5L);
    }

    @Test
    void groupsAreOfTheNewestOfMany() {
        Files files = manyRecords();
        long[] times = manyTimes();
        for (int limit : new int[] {1, 1_000, 200_000}) {
            GroupTable table = engine().group(files, newest(Filter.ALL, limit), NOTHING);
            assertNewest(table, times, limit);
            long[] even = LongStream.of(times).filter(time -> time % 2 == 0).toArray();
            Filter filter = new Filter.Compare("even", Comparison.EQUAL, "true");
            assertNewest(engine().group(files, newest(filter, limit), NOTHING), even, limit);
        }
        assertThat(engine().group(files, newest(Filter.ALL, 2 * ROWS), NOTHING).limited())
                .isEqualTo(Limited.ALL);
        assertThat(engine().group(files, newest(Filter.ALL, 2 * ROWS - 1), NOTHING)
                        .limited())
                .isEqualTo(Limited.LIMITED);
        Filter few = new Filter.Compare("n", Comparison.LESS, "8");
        assertThat(engine().group(files, newest(few, 1_000), NOTHING).rows()).containsExactly(List.of(0.0, 6.0, 4L));
    }

    private static void assertNewest(GroupTable table, long[] times, int limit) {
        assertThat(table.limited()).isEqualTo(Limited.LIMITED);
        assertThat(table.processed()).isEqualTo(limit);
        List<@Nullable Object> expected =
                List.of((double) times[times.length - limit], (double) times[times.length - 1], (long) limit);
        assertThat(table.rows()).containsExactly(expected);
    }

    private static GroupQuery newest(Filter filter, long limit) {
        return new GroupQuery(
                Optional.empty(),
                Optional.empty(),
                filter,
                List.of(),
                List.of(
                        new Aggregate(Function.MIN, Optional.of("n")),
                        new Aggregate(Function.MAX, Optional.of("n")),
                        new Aggregate(Function.COUNT, Optional.empty())),
                Optional.empty(),
                limit);
    }
}
