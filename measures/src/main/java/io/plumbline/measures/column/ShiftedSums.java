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

    private ShiftedSums(int count, double origin) {
        this.count = count;
        this.origin = origin;
    }

    /** Of at least one number. The distances are from the median of a sample, so that they are about as large as the spread. */
    static ShiftedSums of(HeldValues values) {
        double[] sample = values.sample(SAMPLED).sorted().toArray();
        ShiftedSums sums = new ShiftedSums(values.size(), sample[sample.length / 2]);
        values.inBlocks(sums::add);
        return sums;
    }

    /** Four sums at a time, because each addition has to wait for the one before it. */
    private void add(double[] numbers, int from, int to) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        double squares0 = 0;
        double squares1 = 0;
        double squares2 = 0;
        double squares3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            double distance0 = numbers[i] - origin;
            double distance1 = numbers[i + 1] - origin;
            double distance2 = numbers[i + 2] - origin;
            double distance3 = numbers[i + 3] - origin;
            sum0 += distance0;
            sum1 += distance1;
            sum2 += distance2;
            sum3 += distance3;
            squares0 += distance0 * distance0;
            squares1 += distance1 * distance1;
            squares2 += distance2 * distance2;
            squares3 += distance3 * distance3;
        }
        for (; i < to; i++) {
            double distance = numbers[i] - origin;
            sum0 += distance;
            squares0 += distance * distance;
        }
        addBlock((sum0 + sum1) + (sum2 + sum3), (squares0 + squares1) + (squares2 + squares3));
    }

    /** Keeps what each addition rounds off (Knuth's two-sum). */
    private void addBlock(double blockSum, double blockSquares) {
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
