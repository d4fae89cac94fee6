package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.binning.AlignedCounts;
import io.plumbline.measures.drift.Score.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CountErrorTest {
    private static final double[] REFERENCE = {100, 200, 300, 400};
    private static final double[] CURRENT = {120, 190, 310, 380};

    @Test
    void exactCountsGiveAPoint() {
        Interval interval = CountError.interval(counted(REFERENCE, CURRENT, 0), CountErrorTest::psi);
        assertThat(interval.isPoint()).isTrue();
        assertThat(interval.least()).isEqualTo(psi(REFERENCE, CURRENT));
    }

    @Test
    void countsThatMayBeEqualReachDownToZero() {
        Interval interval = CountError.interval(counted(REFERENCE, CURRENT, 0.05), CountErrorTest::psi);
        assertThat(interval.least()).isLessThan(1e-9);
        assertThat(interval.greatest()).isGreaterThan(psi(REFERENCE, CURRENT));
    }

    @Test
    void equalEstimatesMayStillDiffer() {
        Interval interval = CountError.interval(counted(REFERENCE, REFERENCE, 0.02), CountErrorTest::psi);
        assertThat(interval.least()).isEqualTo(0.0);
        assertThat(interval.greatest()).isGreaterThan(0.01);
    }

    @Test
    void aSimilarityHasItsLowerBoundWhereTheSidesAreFurtherApart() {
        ToDoubleBiFunction<double[], double[]> overlap =
                (before, now) -> Overlap.coefficient(Smoothing.NONE.shares(before), Smoothing.NONE.shares(now));
        Interval interval = CountError.interval(counted(REFERENCE, CURRENT, 0.02), overlap);
        double point = overlap.applyAsDouble(REFERENCE, CURRENT);
        assertThat(interval.least()).isLessThan(point);
        assertThat(interval.greatest()).isGreaterThan(point);
    }

    // the search is not exhaustive, so the cases are fixed and a small part of the width is left free
    @Property(tries = 100, seed = "20261121")
    void cumulatedCountsWithinTheErrorGiveValuesWithinTheBounds(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 2, max = 12) int bins,
            @ForAll @IntRange(min = 1, max = 30) int thousandths) {
        double error = thousandths / 1000.0;
        Random random = new Random(seed);
        double[] reference = random.doubles(bins, 50, 1000).toArray();
        double[] current = random.doubles(bins, 50, 1000).toArray();
        List<Sides> moved = Stream.generate(
                        () -> new Sides(shifted(reference, error, random), shifted(current, error, random)))
                .limit(10)
                .toList();
        assertWithin(new Sides(reference, current), error, moved);
    }

    private record Sides(double[] reference, double[] current) {}

    private static void assertWithin(Sides estimated, double error, List<Sides> moved) {
        double[] reference = estimated.reference();
        double[] current = estimated.current();
        Measures.all().stream()
                .filter(measure -> measure.definition().id().variant().equals("1"))
                .filter(CountMeasure.class::isInstance)
                .map(CountMeasure.class::cast)
                .filter(measure ->
                        measure.statistic().objection(reference, current).isEmpty())
                .forEach(measure -> {
                    ToDoubleBiFunction<double[], double[]> value =
                            (r, c) -> measure.statistic().of(r, c).value();
                    Interval interval = CountError.interval(counted(reference, current, error), value);
                    double slack = 0.03 * (interval.greatest() - interval.least());
                    assertThat(moved)
                            .as(measure.definition().id().toString())
                            .extracting(sides -> value.applyAsDouble(sides.reference(), sides.current()))
                            .allSatisfy(each ->
                                    assertThat(each).isBetween(interval.least() - slack, interval.greatest() + slack));
                });
    }

    /** Moves every inner edge's cumulated count by at most the error, as far as no count falls below 0. */
    private static double[] shifted(double[] counts, double error, Random random) {
        double total = Arrays.stream(counts).sum();
        double[] moved = counts.clone();
        for (int edge = 1; edge < counts.length; edge++) {
            double wanted = (2 * random.nextDouble() - 1) * error * total;
            double shift = Math.max(-moved[edge - 1], Math.min(wanted, moved[edge]));
            moved[edge - 1] += shift;
            moved[edge] -= shift;
        }
        return moved;
    }

    private static AlignedCounts counted(double[] reference, double[] current, double error) {
        return new AlignedCounts(reference, current, error, Map.of());
    }

    private static double psi(double[] reference, double[] current) {
        return PopulationStability.index(Smoothing.NONE.shares(reference), Smoothing.NONE.shares(current));
    }
}
