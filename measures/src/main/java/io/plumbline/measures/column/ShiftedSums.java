package io.plumbline.measures.column;

/**
 * Mean and variance of many numbers from sums of their distances from one of them. The sums are formed in blocks of rows, so that hardly a
 * digit is lost however many there are, and always in the same order, so that equal columns have equal ones to the last digit. They cost a
 * tenth of exact sums.
 */
final class ShiftedSums {
    private static final int SAMPLED = 255;

    private final int count;
    private final double origin;
    private double sum;
    private double sumRest;
    private double squares;
    private double squaresRest;

    /** Of at least one number. The distances are from the centre of a sample, so that they are about as large as the spread. */
    ShiftedSums(HeldValues values) {
        this.count = values.size();
        this.origin = RoughRange.of(values.sample(SAMPLED)).centre();
    }

    /** What distances are from. */
    double origin() {
        return origin;
    }

    /** Adds the sum of a block's distances and that of their squares, keeping what each addition rounds off (Knuth's two-sum). */
    void add(double blockSum, double blockSquares) {
        double newSum = sum + blockSum;
        sumRest += rounded(sum, blockSum, newSum);
        sum = newSum;
        double newSquares = squares + blockSquares;
        squaresRest += rounded(squares, blockSquares, newSquares);
        squares = newSquares;
    }

    private static double rounded(double left, double right, double total) {
        double kept = total - left;
        return (left - (total - kept)) + (right - kept);
    }

    /** The mean. */
    double mean() {
        return origin + shift();
    }

    private double shift() {
        return (sum + sumRest) / count;
    }

    /** The population variance; infinite or NaN where distances are too large to be squared. */
    double variance() {
        double shift = shift();
        return Math.max(0, (squares + squaresRest) / count - shift * shift);
    }
}
