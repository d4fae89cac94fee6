package io.plumbline.measures.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of many samples of 500 rows of a known population, about 95 % have an interval in which the population's value lies. */
class CoverageTest {
    private static final int ROWS = 500;
    private static final int SAMPLES = 2000;
    private static final int LEVELS = 40;
    private static final List<String> CLASSES = List.of("a", "b", "c");
    private static final double[][] JOINT = {{0.34, 0.08, 0.03}, {0.07, 0.22, 0.05}, {0.02, 0.04, 0.15}};

    @Test
    void ofTwoClasses() {
        double[] shares = normalized(IntStream.range(0, 2 * LEVELS)
                .mapToDouble(CoverageTest::frequency)
                .toArray());

        assertCovered(
                PerformanceMeasures.binary(),
                shares,
                weights -> profile(weights, IntStream.range(0, 2 * LEVELS).toArray()),
                rows -> profile(ones(), rows));
    }

    @Test
    void ofSeveralClasses() {
        double[] shares =
                normalized(Arrays.stream(JOINT).flatMapToDouble(Arrays::stream).toArray());

        assertCovered(
                PerformanceMeasures.multiclass(),
                shares,
                weights -> ofClasses(weights, IntStream.range(0, shares.length).toArray()),
                rows -> ofClasses(ones(), rows));
    }

    @Test
    void ofNumbers() {
        double[] shares = normalized(
                IntStream.range(0, LEVELS).mapToDouble(kind -> 1 + kind % 7).toArray());

        assertCovered(
                PerformanceMeasures.regression(),
                shares,
                weights -> ofNumbers(weights, IntStream.range(0, LEVELS).toArray()),
                rows -> ofNumbers(ones(), rows));
    }

    private static <P> void assertCovered(
            Collection<PerformanceMeasure<P>> measures,
            double[] shares,
            Function<double[], P> population,
            Function<int[], P> sample) {
        Map<String, Double> truth = new TreeMap<>();
        for (PerformanceMeasure<P> measure : measures) {
            if (measure.measure(population.apply(shares)) instanceof PerformanceScore score) {
                truth.put(measure.definition().id().toString(), score.value());
            }
        }
        Map<String, Integer> covered = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(45);
        for (int i = 0; i < SAMPLES; i++) {
            count(measures, sample.apply(drawn(shares, random)), truth, covered);
        }
        assertThat(covered)
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        (id, hits) -> assertThat(hits / (double) SAMPLES).as(id).isBetween(0.93, 0.97));
    }

    private static <P> void count(
            Collection<PerformanceMeasure<P>> measures,
            P sample,
            Map<String, Double> truth,
            Map<String, Integer> covered) {
        for (PerformanceMeasure<P> measure : measures) {
            String id = measure.definition().id().toString();
            if (measure.measure(sample) instanceof PerformanceScore score) {
                score.confidence().ifPresent(interval -> {
                    double value = truth.getOrDefault(id, Double.NaN);
                    boolean holds = interval.least() <= value && value <= interval.greatest();
                    covered.merge(id, holds ? 1 : 0, Integer::sum);
                });
            }
        }
    }

    private static int[] drawn(double[] shares, SplittableRandom random) {
        int[] rows = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            double left = random.nextDouble();
            int kind = 0;
            while (kind < shares.length - 1 && left >= shares[kind]) {
                left -= shares[kind];
                kind++;
            }
            rows[i] = kind;
        }
        return rows;
    }

    private static double[] ones() {
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] normalized(double[] weights) {
        double all = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / all).toArray();
    }

    /** Kinds of rows: of each level of score those with a negative and those with a positive label. */
    private static double frequency(int kind) {
        double score = score(kind);
        double positive = 0.1 + 0.7 * score;
        return (1.2 - score) * (kind % 2 == 1 ? positive : 1 - positive);
    }

    private static double score(int kind) {
        int level = kind / 2;
        return (level + 0.5) / LEVELS;
    }

    private static BinaryProfile profile(double[] weights, int[] kinds) {
        return BinaryRow.profile(
                BinarySpec.DEFAULT,
                IntStream.range(0, kinds.length)
                        .mapToObj(i -> new BinaryRow(
                                kinds[i] % 2, score(kinds[i]) >= 0.5 ? 1 : 0, score(kinds[i]), weights[i]))
                        .toList());
    }

    private static RegressionProfile ofNumbers(double[] weights, int[] kinds) {
        RegressionProfileBuilder builder = new RegressionProfileBuilder();
        builder.add(RegressionRows.of(
                        Arrays.stream(kinds).mapToDouble(kind -> 3 + kind % 5).toArray(),
                        Arrays.stream(kinds)
                                .mapToDouble(kind -> 3.2 + kind % 5 + Math.sin(kind))
                                .toArray())
                .withWeights(weights));
        return builder.build();
    }

    private static MulticlassProfile ofClasses(double[] weights, int[] kinds) {
        MulticlassProfileBuilder builder = new MulticlassProfileBuilder(MulticlassSpec.DEFAULT);
        int size = CLASSES.size();
        builder.add(MulticlassRows.of(
                        Arrays.stream(kinds)
                                .mapToObj(kind -> CLASSES.get(kind / size))
                                .toArray(String[]::new),
                        Arrays.stream(kinds)
                                .mapToObj(kind -> CLASSES.get(kind % size))
                                .toArray(String[]::new))
                .withScores(Arrays.stream(kinds)
                        .mapToDouble(kind -> kind / size == kind % size ? 0.7 : 0.2)
                        .toArray())
                .withWeights(weights));
        return builder.build();
    }
}
