package io.plumbline.measures.drift;

import io.plumbline.measures.binning.AlignedCounts;
import io.plumbline.measures.drift.Score.Interval;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bounds of a value whose counts are estimates. Where every cumulated count may be off by a share e of the total, the share of a bin,
 * which is the difference of two, may be off by 2e. The value is computed again with both sides moved towards each other by up to 2e in
 * every bin, and with both moved apart by 2e: wherever one side is above the other, and in alternating bins, which is what moves two
 * equal sides apart. What is added to some bins is taken from others, so that the shares still sum to 1. The bounds are the smallest
 * and largest of these values and the estimate itself.
 */
final class CountError {
    private final double[] reference;
    private final double[] current;
    private final double reach;

    private CountError(double[] reference, double[] current, double reach) {
        this.reference = reference;
        this.current = current;
        this.reach = reach;
    }

    static Interval interval(AlignedCounts counts, ToDoubleBiFunction<double[], double[]> value) {
        double point = value.applyAsDouble(counts.reference(), counts.current());
        if (counts.errorShare() == 0) {
            return Interval.exactly(point);
        }
        double before = counts.referenceTotal();
        double now = counts.currentTotal();
        CountError error = new CountError(
                scaled(counts.reference(), 1 / before), scaled(counts.current(), 1 / now), 2 * counts.errorShare());
        double[] moved = error.moves()
                .mapToDouble(move -> value.applyAsDouble(
                        scaled(moved(error.reference, move, 1), before), scaled(moved(error.current, move, -1), now)))
                .toArray();
        return bounds(point, moved);
    }

    private static Interval bounds(double point, double[] moved) {
        double[] all = DoubleStream.concat(
                        DoubleStream.of(point), Arrays.stream(moved).filter(x -> !Double.isNaN(x)))
                .sorted()
                .toArray();
        return new Interval(all[0], all[all.length - 1]);
    }

    /** By how much the reference's shares are moved; the current ones are moved the other way. */
    private Stream<double[]> moves() {
        return Stream.of(
                move(i -> -Math.copySign(Math.min(reach, Math.abs(difference(i)) / 2), difference(i))),
                move(i -> Math.copySign(reach, difference(i))),
                move(i -> i % 2 == 0 ? reach : -reach),
                move(i -> i % 2 == 0 ? -reach : reach));
    }

    private double difference(int i) {
        return reference[i] - current[i];
    }

    private double[] move(IntToDoubleFunction byBin) {
        return IntStream.range(0, reference.length).mapToDouble(byBin).toArray();
    }

    /** No share falls below 0, and as much is added in all as is taken away. */
    private static double[] moved(double[] shares, double[] move, int sign) {
        double[] change = IntStream.range(0, shares.length)
                .mapToDouble(i -> Math.max(sign * move[i], -shares[i]))
                .toArray();
        double added = Arrays.stream(change).filter(x -> x > 0).sum();
        double taken = -Arrays.stream(change).filter(x -> x < 0).sum();
        double balanced = Math.min(added, taken);
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> shares[i] + part(change[i], added, taken, balanced))
                .toArray();
    }

    private static double part(double change, double added, double taken, double balanced) {
        if (balanced == 0) {
            return 0;
        }
        return change * balanced / (change > 0 ? added : taken);
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }
}
