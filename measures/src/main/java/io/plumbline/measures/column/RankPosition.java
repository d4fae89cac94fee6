package io.plumbline.measures.column;

/**
 * Where a quantile lies among values in order.
 *
 * @param lower the place of the value at or before it, from 0 on
 * @param upper the place of the value after it, or the last
 * @param fraction how far it is from the one to the other, between 0 and 1
 */
record RankPosition(int lower, int upper, double fraction) {

    /** The position of the quantile at {@code rank} between 0 and 1 among so many values, at least one. */
    static RankPosition of(double rank, int size) {
        double position = rank * (size - 1);
        int lower = (int) Math.floor(position);
        return new RankPosition(lower, Math.min(lower + 1, size - 1), position - lower);
    }

    /** The quantile between the values at the two places: numpy's lerp, from the nearer one, so that both ends are met exactly. */
    double between(double lowerValue, double upperValue) {
        double distance = upperValue - lowerValue;
        return fraction >= 0.5 ? upperValue - distance * (1 - fraction) : lowerValue + distance * fraction;
    }
}
