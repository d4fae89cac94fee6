package io.plumbline.measures.drift;

import io.plumbline.measures.binning.AlignedCounts;
import io.plumbline.measures.drift.Score.Interval;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;

/**
 * Bounds of a value whose counts are estimates, where every cumulated count may be off by a share e of its side's total. The value is
 * computed again for other counts that are as possible: with both sides moved towards each other in every bin, by 2e, which is what two
 * cumulated counts can be off together, or until they meet; and with each cumulated count moved up or down by e, edge after edge, as long as that makes the value larger, and
 * again as long as it makes it smaller. Divergences are convex, so that the largest value is found among such corners, though the
 * search may end at one that is not the highest. The bounds are the smallest and the largest value met, the estimate's own included.
 */
final class CountError {
    private CountError() {}

    static Interval interval(AlignedCounts counts, ToDoubleBiFunction<double[], double[]> value) {
        double point = value.applyAsDouble(counts.reference(), counts.current());
        if (counts.errorShare() == 0) {
            return Interval.exactly(point);
        }
        double[] met = DoubleStream.concat(
                        DoubleStream.of(point, nearest(counts, value)),
                        DoubleStream.of(largest(counts, value), -largest(counts, (r, c) -> -value.applyAsDouble(r, c))))
                .filter(each -> !Double.isNaN(each))
                .sorted()
                .toArray();
        return met.length == 0 ? Interval.exactly(point) : new Interval(met[0], met[met.length - 1]);
    }

    private static double largest(AlignedCounts counts, ToDoubleBiFunction<double[], double[]> value) {
        double fromParted = new CornerSearch(counts, value).parted().climb();
        double fromAlternating = new CornerSearch(counts, value).alternating().climb();
        return Math.max(fromParted, fromAlternating);
    }

    /** The value with both sides moved towards each other in every bin. */
    private static double nearest(AlignedCounts counts, ToDoubleBiFunction<double[], double[]> value) {
        double[] reference = shares(counts.reference(), counts.referenceTotal());
        double[] current = shares(counts.current(), counts.currentTotal());
        double[] moves = balanced(moves(reference, current, 2 * counts.errorShare()));
        double[] movedReference = new double[moves.length];
        double[] movedCurrent = new double[moves.length];
        for (int i = 0; i < moves.length; i++) {
            movedReference[i] = (reference[i] - moves[i]) * counts.referenceTotal();
            movedCurrent[i] = (current[i] + moves[i]) * counts.currentTotal();
        }
        return value.applyAsDouble(movedReference, movedCurrent);
    }

    private static double[] shares(double[] counts, double total) {
        return Arrays.stream(counts).map(count -> count / total).toArray();
    }

    /** Half of what the reference has more than the current data, but at most so much. */
    private static double[] moves(double[] reference, double[] current, double atMost) {
        double[] moves = new double[reference.length];
        for (int i = 0; i < moves.length; i++) {
            double half = (reference[i] - current[i]) / 2;
            moves[i] = Math.max(-atMost, Math.min(atMost, half));
        }
        return moves;
    }

    /** The same, with the larger of both directions made smaller so that shares still sum to 1. */
    private static double[] balanced(double[] moves) {
        double up = Arrays.stream(moves).filter(move -> move > 0).sum();
        double down = -Arrays.stream(moves).filter(move -> move < 0).sum();
        double both = Math.min(up, down);
        return Arrays.stream(moves)
                .map(move -> move == 0 ? 0 : move * both / (move > 0 ? up : down))
                .toArray();
    }
}
