package io.plumbline.benchmarks;

import io.plumbline.measures.performance.BinaryProfile;
import io.plumbline.measures.performance.BinaryProfileBuilder;
import io.plumbline.measures.performance.BinaryRows;
import io.plumbline.measures.performance.BinarySpec;
import io.plumbline.measures.performance.PerformanceMeasure;
import io.plumbline.measures.performance.PerformanceMeasures;
import io.plumbline.measures.performance.PerformanceOutcome;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Profiles of a million rows of a binary classifier, and all measures of such a profile, in milliseconds on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PerformanceBenchmark {
    private static final int SIZE = 1_000_000;

    private final double[] scores = new Random(1).doubles(SIZE).toArray();
    private final double[] rounded = IntStream.range(0, SIZE)
            .mapToDouble(i -> Math.rint(1000 * scores[i]) / 1000)
            .toArray();
    private final BinaryRows manyScores = rows(scores);
    private final BinaryRows fewScores = rows(rounded);
    private final BinaryProfile profile = profile(manyScores);

    private static BinaryRows rows(double[] scores) {
        Random random = new Random(2);
        byte[] labels = new byte[SIZE];
        byte[] predictions = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            labels[i] = (byte) (random.nextDouble() < scores[i] ? 1 : 0);
            predictions[i] = (byte) (scores[i] < 0.5 ? 0 : 1);
        }
        return BinaryRows.of(labels).withPredictions(predictions).withScores(scores);
    }

    private static BinaryProfile profile(BinaryRows rows) {
        BinaryProfileBuilder builder = new BinaryProfileBuilder(BinarySpec.DEFAULT);
        builder.add(rows);
        return builder.build();
    }

    /** Scores that are all different, counted by bin. */
    @Benchmark
    public BinaryProfile manyScores() {
        return profile(manyScores);
    }

    /** A thousand different scores, counted one by one. */
    @Benchmark
    public BinaryProfile fewScores() {
        return profile(fewScores);
    }

    /** The merge of two profiles by bin, as of two hours. */
    @Benchmark
    public BinaryProfile merge() {
        return profile.merge(profile);
    }

    /** Every measure of a profile by bin. */
    @Benchmark
    public List<PerformanceOutcome> measures() {
        return PerformanceMeasures.binary().stream()
                .map((PerformanceMeasure<BinaryProfile> measure) -> measure.measure(profile))
                .toList();
    }
}
