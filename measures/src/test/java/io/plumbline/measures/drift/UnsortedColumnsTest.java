package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnBuilder;
import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.SortedNumbers;
import io.plumbline.measures.exact.PowerSumAccumulator;
import io.plumbline.measures.exact.PowerSums;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is found out of many values without sorting them is what is found of the same values in order. */
class UnsortedColumnsTest {
    private static final double[] RANKS = {0, 0.001, 0.005, 0.05, 0.1, 0.33, 0.5, 0.9, 0.95, 0.995, 1};

    /** Below, doubles have fewer digits, and sums of sorted ones lose them too. */
    private static final double LEAST_PRECISE = 1e-12 * Double.MIN_NORMAL * (1L << 52);

    /** Columns as they occur, and such as make a shortcut go wrong if they can. */
    enum Kind {
        UNIFORM,
        GAUSSIAN,
        LOGNORMAL,
        PARETO,
        CAUCHY,
        WHOLE,
        AMOUNTS,
        HALF_ZEROS,
        NEARLY_CONSTANT,
        CLUSTERS,
        HUGE_OUTLIERS,
        DENORMALS,
        ANY_FINITE,
        TIMESTAMPS,
        ASCENDING,
        ZEROS_OF_BOTH_SIGNS;

        double next(Random random, int row) {
            return switch (this) {
                case UNIFORM -> random.nextDouble();
                case GAUSSIAN -> random.nextGaussian();
                case LOGNORMAL -> Math.exp(3 * random.nextGaussian());
                case PARETO -> Math.pow(1 - random.nextDouble(), -2);
                case CAUCHY -> Math.tan(Math.PI * (random.nextDouble() - 0.5));
                case WHOLE -> random.nextInt(20_000) - 10_000;
                case AMOUNTS -> Math.rint(Math.exp(5 + random.nextGaussian()) * 100) / 100;
                case HALF_ZEROS -> random.nextBoolean() ? 0 : random.nextGaussian();
                case NEARLY_CONSTANT -> random.nextInt(4) == 0 ? random.nextDouble() : 7;
                case CLUSTERS -> random.nextInt(3) * 1e9 + random.nextDouble() * 1e-3;
                case HUGE_OUTLIERS -> random.nextInt(1000) == 0 ? 1e300 * random.nextGaussian() : random.nextDouble();
                case DENORMALS -> random.nextInt() * Double.MIN_VALUE;
                case ANY_FINITE -> Double.longBitsToDouble(random.nextLong() & 0xBFFF_FFFF_FFFF_FFFFL);
                case TIMESTAMPS -> 1.7e15 + Math.rint(random.nextDouble() * 1e9);
                case ASCENDING -> row + random.nextDouble();
                case ZEROS_OF_BOTH_SIGNS ->
                    random.nextInt(3) == 0 ? random.nextGaussian() : random.nextBoolean() ? 0.0 : -0.0;
            };
        }

        double[] values(Random random, int size) {
            double[] values = new double[size];
            Arrays.setAll(values, row -> next(random, row));
            return values;
        }
    }

    @Property(tries = 120)
    void quantilesAndCountsAreThoseOfSortedValues(
            @ForAll Kind kind, @ForAll long seed, @ForAll @IntRange(min = 20_000, max = 60_000) int size) {
        double[] values = kind.values(new Random(seed), size);
        ColumnData unsorted = column(values);
        ColumnData sorted = sorted(unsorted, values);

        assertThat(unsorted.unsorted()).isPresent();
        assertThat(unsorted.moments()).isEqualTo(sorted.moments());
        for (double rank : RANKS) {
            assertThat(unsorted.quantile(rank) + 0.0).as("quantile %s", rank).isEqualTo(sorted.quantile(rank) + 0.0);
        }
        for (Edges edges : edgesOver(sorted.sortedValues(), new Random(seed))) {
            assertThat(unsorted.countsOver(edges).counts())
                    .as("%s", edges)
                    .isEqualTo(sorted.countsOver(edges).counts());
            assertThat(unsorted.countsOver(edges).below())
                    .isEqualTo(sorted.countsOver(edges).below());
            assertThat(unsorted.countsOver(edges).above())
                    .isEqualTo(sorted.countsOver(edges).above());
        }
        assertThat(unsorted.sortedValues()).isSortedAccordingTo(Double::compare).hasSize(size);
    }

    @Property(tries = 120)
    void momentsAreThoseOfExactSums(
            @ForAll Kind kind,
            @ForAll Kind other,
            @ForAll long seed,
            @ForAll @IntRange(min = 5_000, max = 60_000) int size) {
        double[] values = kind.values(new Random(seed), size);
        ColumnData unsorted = column(values);
        ColumnGap.prepare(column(other.values(new Random(seed + 1), 10_000)), unsorted);
        PowerSumAccumulator accumulator = new PowerSumAccumulator();
        accumulator.addAll(values, size);
        PowerSums exact = accumulator.sums();

        Moments moments = unsorted.moments();
        assertThat(moments.min()).isEqualTo(Arrays.stream(values).min().orElseThrow() + 0.0);
        assertThat(moments.max()).isEqualTo(Arrays.stream(values).max().orElseThrow() + 0.0);
        double spread = Math.sqrt(exact.variance());
        if (Double.isFinite(spread)) {
            double digits = 1e-13 * (spread + Math.abs(exact.mean())) + LEAST_PRECISE;
            assertThat(moments.mean()).isCloseTo(exact.mean(), within(digits));
            assertThat(moments.standardDeviation()).isCloseTo(spread, within(1e-12 * spread + LEAST_PRECISE));
        } else {
            assertThat(moments.variance()).isNotFinite();
        }
    }

    private static List<Edges> edgesOver(double[] sorted, Random random) {
        double[] some =
                random.ints(15, 0, sorted.length).mapToDouble(i -> sorted[i]).toArray();
        double[] between =
                DoubleStream.of(some).map(Math::nextUp).filter(Double::isFinite).toArray();
        double[] edges = DoubleStream.concat(DoubleStream.of(some), DoubleStream.of(between))
                .map(edge -> edge + 0.0)
                .sorted()
                .distinct()
                .toArray();
        return List.of(Edges.of(edges), Edges.of(-Double.MAX_VALUE, edges[0], Double.MAX_VALUE));
    }

    @Property(tries = 150)
    void distancesAreThoseOfSortedValues(
            @ForAll Kind kind,
            @ForAll long seed,
            @ForAll @IntRange(min = 20_000, max = 60_000) int size,
            @ForAll @IntRange(min = 100, max = 40_000) int otherSize,
            @ForAll @IntRange(min = 0, max = 3) int drift) {
        double[] reference = kind.values(new Random(seed), size);
        double[] current = kind.values(new Random(seed + 1), otherSize);
        double shift = drift * (reference[0] - reference[1]) / 50;
        Arrays.setAll(current, i -> current[i] + shift);
        Assume.that(Arrays.stream(current).allMatch(Double::isFinite));
        ColumnData before = column(reference);
        ColumnData now = column(current);
        Samples samples = new Samples(ascending(reference), ascending(current));

        assertThat(ColumnGap.largest(before, now)).isEqualTo(CumulativeGap.largest(samples));
        assertThat(ColumnGap.largest(now, before)).isEqualTo(CumulativeGap.largest(samples));
        double area = CumulativeGap.area(samples);
        if (Double.isFinite(area)) {
            assertThat(ColumnGap.area(before, now)).isCloseTo(area, within(1e-12 * area + LEAST_PRECISE));
        } else {
            assertThat(ColumnGap.area(before, now)).isNotFinite();
        }
    }

    @Property(tries = 40)
    void aColumnIsNotApartFromItself(@ForAll Kind kind, @ForAll long seed) {
        double[] values = kind.values(new Random(seed), 20_000);
        assertThat(ColumnGap.largest(column(values), column(values))).isZero();
        assertThat(ColumnGap.area(column(values), column(values))).isZero();
    }

    private static ColumnData column(double[] values) {
        ColumnBuilder builder = new ColumnBuilder(ColumnType.NUMBER);
        builder.add(new ColumnChunk.Numbers(values, values.length, 0, 0));
        return builder.build();
    }

    private static ColumnData sorted(ColumnData column, double[] values) {
        return SortedNumbers.of(ColumnType.NUMBER, column.tally(), ascending(values), column.moments());
    }

    private static double[] ascending(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
