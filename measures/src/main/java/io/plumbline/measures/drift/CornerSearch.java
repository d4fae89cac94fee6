package io.plumbline.measures.drift;

import io.plumbline.measures.binning.AlignedCounts;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/** Looks for counts within the error of the estimated ones for which a value is as large as can be. */
final class CornerSearch {
    /** After so many rounds over all edges what is left to be gained is nothing beside the error itself. */
    private static final int ROUNDS = 3;

    private final Side reference;
    private final Side current;
    private final ToDoubleBiFunction<double[], double[]> value;

    CornerSearch(AlignedCounts counts, ToDoubleBiFunction<double[], double[]> value) {
        this.reference = new Side(counts.reference(), counts.errorShare() * counts.referenceTotal());
        this.current = new Side(counts.current(), counts.errorShare() * counts.currentTotal());
        this.value = value;
    }

    /** Begins with what is moved from each bin to its neighbour making both sides differ more where they differ most. */
    CornerSearch parted() {
        double[] before = reference.shares();
        double[] now = current.shares();
        for (int edge = 0; edge < reference.edges(); edge++) {
            double here = before[edge] - now[edge];
            double next = before[edge + 1] - now[edge + 1];
            part(edge, here > next ? 1 : -1);
        }
        return this;
    }

    /** Begins where neighbouring edges are moved opposite ways, and so are both sides: equal sides are only parted so. */
    CornerSearch alternating() {
        for (int edge = 0; edge < reference.edges(); edge++) {
            part(edge, edge % 2 == 0 ? 1 : -1);
        }
        return this;
    }

    private void part(int edge, int way) {
        reference.move(edge, way);
        current.move(edge, -way);
    }

    /** The largest value found. */
    double climb() {
        double best = value();
        for (int round = 0; round < ROUNDS; round++) {
            double before = best;
            best = improve(current, improve(reference, best));
            if (best == before) {
                break;
            }
        }
        return best;
    }

    private double improve(Side side, double start) {
        double best = start;
        for (int edge = 0; edge < side.edges(); edge++) {
            best = tryWay(side, edge, 1, best);
            best = tryWay(side, edge, -1, best);
        }
        return best;
    }

    private double tryWay(Side side, int edge, int way, double best) {
        double undo = side.move(edge, way);
        double now = value();
        if (now > best) {
            return now;
        }
        side.moveBack(edge, undo);
        return best;
    }

    private double value() {
        return value.applyAsDouble(reference.counts, current.counts);
    }

    /** One side's counts and how far the cumulated count at each inner edge has been moved. */
    private static final class Side {
        private final double[] counts;
        private final double[] moved;
        private final double reach;

        Side(double[] counts, double reach) {
            this.counts = counts.clone();
            this.moved = new double[Math.max(0, counts.length - 1)];
            this.reach = reach;
        }

        double[] shares() {
            double total = Arrays.stream(counts).sum();
            return Arrays.stream(counts).map(count -> count / total).toArray();
        }

        int edges() {
            return moved.length;
        }

        /** Moves the edge's cumulated count all the way up or down, as far as no count falls below 0; says by how much. */
        double move(int edge, int way) {
            double wanted = way * reach - moved[edge];
            double change = Math.max(-counts[edge], Math.min(wanted, counts[edge + 1]));
            shift(edge, change);
            return change;
        }

        void moveBack(int edge, double change) {
            shift(edge, -change);
        }

        private void shift(int edge, double change) {
            moved[edge] += change;
            // rounding must not leave a little less than 0
            counts[edge] = Math.max(0, counts[edge] + change);
            counts[edge + 1] = Math.max(0, counts[edge + 1] - change);
        }
    }
}
