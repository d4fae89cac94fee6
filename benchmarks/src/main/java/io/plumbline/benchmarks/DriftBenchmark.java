package io.plumbline.benchmarks;

import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.drift.Score;
import io.plumbline.measures.profile.Profile;
import io.plumbline.measures.profile.ProfileBuilder;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.SketchKind;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.sketches.DataSketches;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Drift of {@value #COLUMNS} columns from stored profiles on one core, in milliseconds for all of them. Both sides are counted between
 * the deciles of the reference and, for Kolmogorov-Smirnov, sketched, as the command {@code profile} does.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class DriftBenchmark {
    private static final int COLUMNS = 1000;
    private static final int ROWS = 10_000;

    private final Sketches library = new DataSketches();
    private final Measure psi = Measures.require("psi@1");
    private final Measure ks = Measures.require("ks@1");
    private final Measure js = Measures.require("js@1");
    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(byte[] referenceBytes, byte[] currentBytes, ColumnData reference, ColumnData current) {}

    /** Makes the profiles. */
    @Setup
    public void profileColumns() {
        Random random = new Random(6);
        for (int column = 0; column < COLUMNS; column++) {
            double[] before = values(random, 0);
            Edges deciles = Edges.of(Samples.quantiles(before, 10));
            Profile reference = profile(before, deciles);
            Profile current = profile(values(random, column / (2.0 * COLUMNS)), deciles);
            pairs.add(new Pair(reference.toBytes(), current.toBytes(), reference.asColumn(), current.asColumn()));
        }
    }

    private static double[] values(Random random, double shift) {
        return random.doubles(ROWS).map(value -> value + shift).toArray();
    }

    private Profile profile(double[] values, Edges edges) {
        ProfileSpec spec = ProfileSpec.of(ColumnType.NUMBER).withEdges(edges).withSketch(SketchKind.QUANTILES, 800);
        ProfileBuilder builder = new ProfileBuilder(spec, library);
        builder.add(new ColumnChunk.Numbers(values, values.length, 0, 0));
        return builder.build();
    }

    private double sum(Measure measure) {
        return pairs.stream()
                .mapToDouble(pair -> score(measure, pair.reference(), pair.current()))
                .sum();
    }

    /** Fails where there is no score, for then nothing was measured. */
    private static double score(Measure measure, ColumnData reference, ColumnData current) {
        if (measure.measure(reference, current) instanceof Score score) {
            return score.value();
        }
        throw new IllegalStateException(measure.definition().id() + " has no score");
    }

    /** The population stability index, from counts. */
    @Benchmark
    public double psi() {
        return sum(psi);
    }

    /** The Jensen-Shannon distance, from counts. */
    @Benchmark
    public double js() {
        return sum(js);
    }

    /** The Kolmogorov-Smirnov statistic, from quantile sketches. */
    @Benchmark
    public double ks() {
        return sum(ks);
    }

    /** All three, beginning with the bytes of the profiles. */
    @Benchmark
    public double allFromBytes() {
        double sum = 0;
        for (Pair pair : pairs) {
            ColumnData reference = Profile.of(pair.referenceBytes(), library).asColumn();
            ColumnData current = Profile.of(pair.currentBytes(), library).asColumn();
            sum += score(psi, reference, current) + score(js, reference, current) + score(ks, reference, current);
        }
        return sum;
    }
}
