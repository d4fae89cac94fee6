package io.plumbline.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.column.Tally;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.measures.table.ColumnRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProfilerTest {
    private static final long HOUR = 3_600_000_000L;

    private static final Profiler EXACT = new Profiler(ProfileSpec::of, Sketches.NONE);

    private static final Schema SCHEMA = new Schema(
            1,
            List.of(
                    column("x", ValueType.NUMBER),
                    column("n", ValueType.INTEGER),
                    column("at", ValueType.TIMESTAMP),
                    column("flag", ValueType.BOOLEAN),
                    column("s", ValueType.TEXT),
                    column("v", ValueType.VECTOR)));

    private static Column column(String name, ValueType type) {
        return Column.of(name, type, ColumnRole.FEATURE);
    }

    /** A row whose values follow from its number, also where it has none. */
    private static RecordBatch batch(List<Integer> rows, int hours) {
        int size = rows.size();
        BitSet missing = new BitSet();
        IntStream.range(0, size).filter(i -> rows.get(i) % 7 == 0).forEach(missing::set);
        double[] numbers = rows.stream()
                .mapToDouble(row -> row % 5 == 0 ? Double.NaN : row * 0.1)
                .toArray();
        long[] whole = rows.stream().mapToLong(row -> row * 31L).toArray();
        boolean[] truths = new boolean[size];
        IntStream.range(0, size).forEach(i -> truths[i] = rows.get(i) % 3 == 0);
        String[] texts = rows.stream().map(row -> "t" + row % 11).toArray(String[]::new);
        double[][] vectors = new double[size][0];
        return new RecordBatch(
                rows.stream().map(row -> "r" + row).toArray(String[]::new),
                rows.stream()
                        .mapToLong(row -> (row * 37L % hours - 3) * HOUR + row)
                        .toArray(),
                Optional.empty(),
                List.of(
                        new BatchColumn.Numbers("x", numbers, missing),
                        new BatchColumn.Integers("n", whole, missing),
                        new BatchColumn.Timestamps("at", whole, missing),
                        new BatchColumn.Booleans("flag", truths, missing),
                        new BatchColumn.Texts("s", ValueType.TEXT, texts, missing),
                        new BatchColumn.Vectors("v", vectors, missing)));
    }

    private static List<Integer> rows(int size) {
        return new ArrayList<>(IntStream.range(0, size).boxed().toList());
    }

    private static Map<String, String> digests(List<ProfileCell> cells) {
        return cells.stream()
                .collect(Collectors.toMap(
                        cell -> cell.hour() + " " + cell.column(),
                        cell -> cell.profile().digest(),
                        (left, right) -> {
                            throw new AssertionError("a cell came twice");
                        },
                        TreeMap::new));
    }

    @Property(tries = 60)
    void anyCutAndOrderGivesTheSame(
            @ForAll @IntRange(max = 300) int size, @ForAll @IntRange(min = 1, max = 50) int hours, @ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> rows = rows(size);
        Map<String, String> whole = digests(EXACT.profile(SCHEMA, List.of(batch(rows, hours))));
        Collections.shuffle(rows, random);
        List<RecordBatch> parts = new ArrayList<>();
        int from = 0;
        while (from < size) {
            int until = Math.min(size, from + random.nextInt(40));
            parts.add(batch(rows.subList(from, until), hours));
            from = until;
        }
        assertThat(digests(EXACT.profile(SCHEMA, parts))).isEqualTo(whole);
    }

    @Test
    void hoursThatComeBackAfterManyOthersAreMerged() {
        int hours = 3000;
        List<RecordBatch> once = List.of(batch(rows(hours), hours));
        List<RecordBatch> again = List.of(batch(rows(hours), hours), batch(rows(hours), hours));
        List<ProfileCell> cells = EXACT.profile(SCHEMA, again);
        assertThat(cells).hasSize(5 * hours);
        assertThat(cells)
                .allSatisfy(cell -> assertThat(cell.profile().tally().rows()).isEqualTo(2));
        List<ProfileCell> single = EXACT.profile(SCHEMA, once);
        for (int i = 0; i < cells.size(); i++) {
            assertThat(cells.get(i).profile().digest())
                    .isEqualTo(single.get(i)
                            .profile()
                            .merge(single.get(i).profile())
                            .digest());
        }
    }

    @Test
    void cellsAreOfUtcHoursAlsoBefore1970() {
        RecordBatch batch = numbers(new double[] {1, 2, 3}, new BitSet(), -1, 0, HOUR - 1);
        List<ProfileCell> cells = EXACT.profile(new Schema(1, List.of(column("x", ValueType.NUMBER))), List.of(batch));
        assertThat(cells)
                .extracting(ProfileCell::hour)
                .containsExactly(Instant.parse("1969-12-31T23:00:00Z"), Instant.EPOCH);
        assertThat(cells).extracting(cell -> cell.profile().tally().rows()).containsExactly(1L, 2L);
    }

    private static RecordBatch numbers(double[] values, BitSet missing, long... times) {
        String[] ids = LongStream.of(times).mapToObj(Long::toString).toArray(String[]::new);
        return new RecordBatch(ids, times, Optional.empty(), List.of(new BatchColumn.Numbers("x", values, missing)));
    }

    @Test
    void missingAndNotANumberAreToldApart() {
        BitSet missing = new BitSet();
        missing.set(1);
        double[] values = {1, Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY};
        Tally tally = EXACT.profile(
                        new Schema(1, List.of(column("x", ValueType.NUMBER))),
                        List.of(numbers(values, missing, 1, 2, 3, 4)))
                .getFirst()
                .profile()
                .tally();
        assertThat(tally).isEqualTo(new Tally(1, 1, 1, 0, 1, 0));
    }

    @Test
    void aColumnThatABatchDoesNotHaveIsMissingInIt() {
        RecordBatch batch = numbers(new double[] {1, 2}, new BitSet(), 1, 2);
        for (ProfileCell cell : EXACT.profile(SCHEMA, List.of(batch))) {
            long expected = cell.column().equals("x") ? 0 : 2;
            assertThat(cell.profile().tally().missing()).as(cell.column()).isEqualTo(expected);
        }
    }

    @Test
    void noRowsHaveNoCells() {
        assertThat(EXACT.profile(SCHEMA, List.of(batch(List.of(), 1)))).isEmpty();
        assertThat(EXACT.profile(SCHEMA, List.of())).isEmpty();
    }

    @Test
    void wholeNumbersFromBeforeAColumnWasWidenedAreNumbers() {
        Schema now = new Schema(2, List.of(column("n", ValueType.NUMBER)));
        ProfileCell cell = EXACT.profile(now, List.of(batch(List.of(1, 2), 1))).getFirst();
        assertThat(cell.profile().spec().type().label()).isEqualTo("number");
        assertThat(cell.profile().tally().rows()).isEqualTo(2);
    }
}
