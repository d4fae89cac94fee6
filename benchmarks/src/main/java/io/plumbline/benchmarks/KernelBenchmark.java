package io.plumbline.benchmarks;

import io.plumbline.measures.column.Edges;
import io.plumbline.measures.column.NumberSort;
import io.plumbline.measures.exact.ExactSum;
import io.plumbline.measures.profile.DistinctSketch;
import io.plumbline.measures.profile.EdgeCounter;
import io.plumbline.measures.profile.QuantileSketch;
import io.plumbline.sketches.DataSketches;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
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

/** The loops under a profile, each alone, in nanoseconds a value; {@link #arraySum} of the same array is the limit. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Samples.SIZE)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class KernelBenchmark {
    private final double[] values = Samples.gaussians();
    private final double[] amounts = Samples.amounts();
    private final long[] whole = Samples.counts();
    private final EdgeCounter equalWidth = EdgeCounter.over(Edges.equalWidth(-4000, 4000, 20));
    private final EdgeCounter deciles = EdgeCounter.over(Edges.of(Samples.quantiles(values, 10)));
    private final EdgeCounter hundredths = EdgeCounter.over(Edges.of(Samples.quantiles(values, 100)));
    private final DataSketches library = new DataSketches();
    private final QuantileSketch quantiles = library.quantiles(200);
    private final DistinctSketch distinct = library.distinct(12);
    private final ExactSum sum = new ExactSum();
    private final ExactSum squares = new ExactSum();

    /** The limit: nothing that looks at each value is faster. */
    @Benchmark
    public double arraySum() {
        double total = 0;
        for (double value : values) {
            total += value;
        }
        return total;
    }

    /** 20 bins of equal width. */
    @Benchmark
    public void countEqualWidth() {
        equalWidth.add(values, values.length);
    }

    /** 10 bins between deciles. */
    @Benchmark
    public void countDeciles() {
        deciles.add(values, values.length);
    }

    /** 100 bins between quantiles. */
    @Benchmark
    public void countHundredths() {
        hundredths.add(values, values.length);
    }

    /** The exact sum. */
    @Benchmark
    public void exactSum() {
        sum.addAll(values, values.length);
    }

    /** The exact sum of squares. */
    @Benchmark
    public void exactSumOfSquares() {
        squares.addSquares(values, values.length);
    }

    /** The exact sum of whole numbers. */
    @Benchmark
    public void exactSumOfIntegers() {
        sum.addAll(whole, whole.length);
    }

    /** The exact sum of squares of whole numbers. */
    @Benchmark
    public void exactSumOfIntegerSquares() {
        squares.addSquares(whole, whole.length);
    }

    /** Our sort, with the copy it needs. */
    @Benchmark
    public double[] sort() {
        return NumberSort.sorted(values.clone(), values.length);
    }

    /** Our sort of numbers with two decimals. */
    @Benchmark
    public double[] sortAmounts() {
        return NumberSort.sorted(amounts.clone(), amounts.length);
    }

    /** The JDK's sort, for comparison: with AVX-512 it has an intrinsic, elsewhere not. */
    @Benchmark
    public double[] sortByJdk() {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** KLL with k = 200. */
    @Benchmark
    public void quantileSketch() {
        quantiles.update(values, values.length);
    }

    /** HyperLogLog with 2^12 buckets. */
    @Benchmark
    public void distinctSketch() {
        distinct.update(values, values.length);
    }
}
