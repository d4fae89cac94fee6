package io.plumbline.benchmarks;

import io.plumbline.measures.column.ColumnBuilder;
import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.drift.ColumnGap;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.drift.Outcome;
import io.plumbline.measures.profile.ProfileBuilder;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.SketchKind;
import io.plumbline.sketches.DataSketches;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whole profiles from arrays, in nanoseconds a value on one core; {@link #arraySum} of the same array is the limit. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Samples.SIZE)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ProfileBenchmark {
    private static final ProfileSpec NUMBERS = ProfileSpec.of(ColumnType.NUMBER);
    private static final Edges EQUAL_WIDTH = Edges.equalWidth(-4000, 4000, 20);

    private final double[] values = Samples.gaussians();
    private final ColumnChunk numbers = new ColumnChunk.Numbers(values, Samples.SIZE, 0, 0);
    private final ColumnChunk withGaps = new ColumnChunk.Numbers(withGaps(), Samples.SIZE, 0, 0);
    private final ColumnChunk grades = new ColumnChunk.Numbers(Samples.grades(), Samples.SIZE, 0, 0);
    private final ColumnChunk integers = new ColumnChunk.Integers(Samples.counts(), Samples.SIZE, 0, 0);
    private final ColumnChunk fewTexts = Samples.texts(100);
    private final ColumnChunk manyTexts = Samples.texts(50_000);

    private final ProfileBuilder ofEqualWidth = builder(NUMBERS.withEdges(EQUAL_WIDTH));
    private final ProfileBuilder ofGaps = builder(NUMBERS.withEdges(EQUAL_WIDTH));
    private final ProfileBuilder ofGrades = builder(NUMBERS.withEdges(Edges.equalWidth(0, 12, 12)));
    private final ProfileBuilder ofDeciles = builder(NUMBERS.withEdges(Edges.of(Samples.quantiles(values, 10))));
    private final ProfileBuilder ofSketches = builder(
            NUMBERS.withEdges(EQUAL_WIDTH).withSketch(SketchKind.QUANTILES, 200).withSketch(SketchKind.DISTINCT, 12));
    private final ProfileBuilder ofIntegers =
            builder(ProfileSpec.of(ColumnType.INTEGER).withEdges(Edges.equalWidth(0, 10_000, 20)));
    private final ProfileBuilder ofFewTexts = builder(ProfileSpec.of(ColumnType.TEXT));
    private final ProfileBuilder ofManyTexts = builder(ProfileSpec.of(ColumnType.TEXT));

    private static ProfileBuilder builder(ProfileSpec spec) {
        return new ProfileBuilder(spec, new DataSketches());
    }

    /** Every twentieth value is NaN. */
    private static double[] withGaps() {
        double[] gaps = Samples.gaussians();
        for (int i = 0; i < gaps.length; i += 20) {
            gaps[i] = Double.NaN;
        }
        return gaps;
    }

    /** The limit: nothing that looks at each value is faster. */
    @Benchmark
    public double arraySum() {
        double total = 0;
        for (double value : values) {
            total += value;
        }
        return total;
    }

    /** Doubles over 20 bins of equal width. */
    @Benchmark
    public void doublesEqualWidth() {
        ofEqualWidth.add(numbers);
    }

    /** The same, 5 % of them NaN. */
    @Benchmark
    public void doublesWithGaps() {
        ofGaps.add(withGaps);
    }

    /** Doubles between deciles. */
    @Benchmark
    public void doublesDeciles() {
        ofDeciles.add(numbers);
    }

    /** Doubles of twelve different values, each of which is counted. */
    @Benchmark
    public void doublesOfFewValues() {
        ofGrades.add(grades);
    }

    /** Doubles over 20 bins with KLL and HyperLogLog. */
    @Benchmark
    public void doublesWithSketches() {
        ofSketches.add(numbers);
    }

    /** Whole numbers over 20 bins. */
    @Benchmark
    public void integersEqualWidth() {
        ofIntegers.add(integers);
    }

    /** Texts of 100 categories. */
    @Benchmark
    public void textsOfFewCategories() {
        ofFewTexts.add(fewTexts);
    }

    /** Texts of 50,000 categories, of which 1,000 are kept. */
    @Benchmark
    public void textsOfManyCategories() {
        ofManyTexts.add(manyTexts);
    }

    /** All values of a column, counted by bucket, with the default measures of them and of itself: what an exact comparison takes. */
    @Benchmark
    public List<Outcome> comparedNumbers() {
        ColumnData reference = loadedNumbers();
        ColumnData current = loadedNumbers();
        ColumnGap.prepare(reference, current);
        return Stream.of("psi@1", "ks@1", "wasserstein@1")
                .map(id -> Measures.require(id).measure(reference, current))
                .toList();
    }

    /** The same values in order, for measures that go through all of them. */
    @Benchmark
    public double[] sortedNumbers() {
        return loadedNumbers().sortedValues();
    }

    /** All values of a column as they come. */
    @Benchmark
    public ColumnData loadedNumbers() {
        ColumnBuilder builder = new ColumnBuilder(ColumnType.NUMBER);
        builder.add(numbers);
        return builder.build();
    }

    /** The same of whole numbers. */
    @Benchmark
    public ColumnData loadedIntegers() {
        ColumnBuilder builder = new ColumnBuilder(ColumnType.INTEGER);
        builder.add(integers);
        return builder.build();
    }
}
