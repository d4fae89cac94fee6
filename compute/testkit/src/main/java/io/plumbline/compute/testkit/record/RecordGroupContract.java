package io.plumbline.compute.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.Filter.Comparison;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.GroupQuery.Aggregate;
import io.plumbline.domain.record.GroupQuery.Function;
import io.plumbline.domain.record.GroupTable;
import io.plumbline.domain.record.GroupTable.Bin;
import io.plumbline.domain.record.GroupTable.Limited;
import io.plumbline.domain.record.RecordEngine.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of groups of records. */
public abstract class RecordGroupContract extends RecordFindContract {
    private static final Aggregate COUNT = new Aggregate(Function.COUNT, Optional.empty());

    private static final List<Column> COLUMNS = List.of(
            column("x", ValueType.NUMBER),
            column("n", ValueType.INTEGER),
            column("at", ValueType.TIMESTAMP),
            column("s", ValueType.TEXT),
            column("flag", ValueType.BOOLEAN));

    private static Aggregate of(Function function, String column) {
        return new Aggregate(function, Optional.of(column));
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private GroupTable group(Files files, GroupQuery query) {
        return engine().group(files, query, NOTHING);
    }

    private Files grouped() {
        return files(
                COLUMNS,
                write(
                        COLUMNS,
                        SampleRecord.of("a", 1, "x", 1.0, "n", 1L, "at", 1_000_000L, "s", "u", "flag", true),
                        SampleRecord.of("b", 2, "x", 2.0, "n", 2L, "at", 2_000_000L, "s", "u", "flag", false),
                        SampleRecord.of("c", 3, "x", 6.0, "n", 4L, "at", 3_000_000L, "s", "é"),
                        SampleRecord.of("d", 4, "n", 9L)));
    }

    @Test
    void withoutGroupsAllAreOne() {
        GroupTable table = group(
                grouped(),
                groups(
                        List.of(),
                        List.of(
                                COUNT,
                                of(Function.COUNT, "x"),
                                of(Function.SUM, "x"),
                                of(Function.MEAN, "n"),
                                of(Function.MIN, "n"),
                                of(Function.MAX, "at"),
                                of(Function.MIN, "s")),
                        Optional.empty()));
        assertThat(table.rows()).containsExactly(row(4L, 3L, 9.0, 4.0, 1.0, Instant.ofEpochSecond(3), "u"));
        assertThat(table.processed()).isEqualTo(4);
        assertThat(table.limited()).isEqualTo(Limited.ALL);
    }

    @Test
    void groupsAreOrderedAndThoseWithoutValueComeLast() {
        assertThat(group(grouped(), groups(List.of("s"), List.of(COUNT, of(Function.SUM, "x")), Optional.empty()))
                        .rows())
                .containsExactly(row("u", 2L, 3.0), row("é", 1L, 6.0), row(null, 1L, null));
        assertThat(group(grouped(), groups(List.of("flag", "n"), List.of(), Optional.empty()))
                        .rows())
                .containsExactly(row(false, 2L), row(true, 1L), row(null, 4L), row(null, 9L));
        assertThat(group(grouped(), groups(List.of("at"), List.of(COUNT), Optional.of(2)))
                        .rows()
                        .getFirst())
                .containsExactly(Instant.ofEpochSecond(1), 1L);
    }

    @Test
    void numbersAreCutIntoBinsOfEqualWidth() {
        assertThat(group(grouped(), groups(List.of("x"), List.of(COUNT), Optional.of(5)))
                        .rows())
                .containsExactly(row(new Bin(1, 2), 1L), row(new Bin(2, 3), 1L), row(new Bin(5, 6), 1L), row(null, 1L));
        assertThat(group(grouped(), groups(List.of("n", "s"), List.of(COUNT), Optional.of(1)))
                        .rows())
                .containsExactly(
                        row(new Bin(1, 9), "u", 2L), row(new Bin(1, 9), "é", 1L), row(new Bin(1, 9), null, 1L));
    }

    @Test
    void theBinsOfEqualNumbersAreOne() {
        Files files = files(COLUMNS, write(COLUMNS, SampleRecord.of("a", 1, "x", 7.0), SampleRecord.of("b", 2)));
        assertThat(group(files, groups(List.of("x"), List.of(COUNT), Optional.of(10)))
                        .rows())
                .containsExactly(row(new Bin(7, 7), 1L), row(null, 1L));
    }

    @Test
    void whatIsNotFiniteLiesInNoBin() {
        Files files = files(
                COLUMNS,
                write(
                        COLUMNS,
                        SampleRecord.of("a", 1, "x", Double.NaN),
                        SampleRecord.of("b", 2, "x", Double.POSITIVE_INFINITY),
                        SampleRecord.of("c", 3, "x", Double.NEGATIVE_INFINITY),
                        SampleRecord.of("d", 4, "x", -Double.MAX_VALUE),
                        SampleRecord.of("e", 5, "x", Double.MAX_VALUE),
                        SampleRecord.of("f", 6)));
        assertThat(group(files, groups(List.of("x"), List.of(COUNT), Optional.of(2)))
                        .rows())
                .containsExactly(
                        row(new Bin(-Double.MAX_VALUE, 0), 1L),
                        row(new Bin(0, Double.MAX_VALUE), 1L),
                        row(Double.NEGATIVE_INFINITY, 1L),
                        row(Double.POSITIVE_INFINITY, 1L),
                        row(Double.NaN, 1L),
                        row(null, 1L));
    }

    @Test
    void noRecordsGiveNoGroupsButOneOfAll() {
        Files none = files(COLUMNS);
        assertThat(group(none, groups(List.of("x"), List.of(COUNT), Optional.of(3)))
                        .rows())
                .isEmpty();
        assertThat(group(none, groups(List.of(), List.of(COUNT, of(Function.MAX, "x")), Optional.empty()))
                        .rows())
                .containsExactly(row(0L, null));
    }

    @Test
    void onlyTheNewestAreReadWhereThereAreMore() {
        GroupQuery query = new GroupQuery(
                Optional.empty(),
                Optional.of(Instant.EPOCH.plusNanos(4_000)),
                new Filter.Compare("n", Comparison.GREATER, "0"),
                List.of("n"),
                List.of(COUNT),
                Optional.of(2),
                2);
        GroupTable table = group(grouped(), query);
        assertThat(table.rows()).containsExactly(row(new Bin(2, 3), 1L), row(new Bin(3, 4), 1L));
        assertThat(table.processed()).isEqualTo(2);
        assertThat(table.limited()).isEqualTo(Limited.LIMITED);
    }

    @Test
    void theDeviationIsThatOfASampleAndMissingForOne() {
        GroupTable table =
                group(grouped(), groups(List.of("s"), List.of(of(Function.STANDARD_DEVIATION, "n")), Optional.empty()));
        assertThat((Double) table.rows().getFirst().get(1)).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(table.rows().get(1)).containsExactly("é", null);
    }

    @Test
    void extremeNumbersAreAggregatedToo() {
        Files huge = files(
                COLUMNS, write(COLUMNS, SampleRecord.of("a", 1, "x", -1e300), SampleRecord.of("b", 2, "x", 1e300)));
        assertThat((Double) deviation(huge)).isCloseTo(Math.sqrt(2) * 1e300, within(1e287));
        for (double special : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Files files = files(
                    COLUMNS,
                    write(
                            COLUMNS,
                            SampleRecord.of("a", 1, "x", special),
                            SampleRecord.of("b", 2, "x", 1.0),
                            SampleRecord.of("c", 3, "x", 2.0)));
            assertThat(deviation(files)).isEqualTo(Double.NaN);
            assertThat(group(files, groups(List.of(), List.of(of(Function.SUM, "x")), Optional.empty()))
                            .rows())
                    .containsExactly(row(special));
        }
    }

    private @Nullable Object deviation(Files files) {
        return group(files, groups(List.of(), List.of(of(Function.STANDARD_DEVIATION, "x")), Optional.empty()))
                .rows()
                .getFirst()
                .getFirst();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUM", "MEAN", "STANDARD_DEVIATION"})
    void textsHaveNoSum(Function function) {
        assertInvalid("s", () -> group(grouped(), groups(List.of(), List.of(of(function, "s")), Optional.empty())));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        Files files = grouped();
        assertInvalid("y", () -> group(files, groups(List.of("y"), List.of(), Optional.empty())));
        assertInvalid("bins", () -> group(files, groups(List.of("x"), List.of(), Optional.of(0))));
        assertInvalid(
                "MAX",
                () -> group(
                        files,
                        groups(List.of(), List.of(new Aggregate(Function.MAX, Optional.empty())), Optional.empty())));
    }

    @Test
    void everyNumberLiesInTheBinThatIsTold() {
        double[] numbers =
                IntStream.range(0, 2000).mapToDouble(i -> 0.1 + i * 0.1).toArray();
        SampleRecord[] records = IntStream.range(0, numbers.length)
                .mapToObj(i -> SampleRecord.of("r" + i, i, "x", numbers[i]))
                .toArray(SampleRecord[]::new);
        Files files = files(COLUMNS, write(COLUMNS, records));
        for (int bins : new int[] {1, 2, 3, 7, 10, 100, 999, 1999}) {
            for (List<@Nullable Object> row : group(files, groups(List.of("x"), List.of(COUNT), Optional.of(bins)))
                    .rows()) {
                Bin bin = (Bin) row.getFirst();
                boolean last = bin != null && bin.upper() == numbers[numbers.length - 1];
                long inside = Arrays.stream(numbers)
                        .filter(number -> bin != null
                                && number >= bin.lower()
                                && (number < bin.upper() || (last && number == bin.upper())))
                        .count();
                assertThat(row.get(1)).as("%s of %s", bin, bins).isEqualTo(inside);
            }
        }
    }
}
