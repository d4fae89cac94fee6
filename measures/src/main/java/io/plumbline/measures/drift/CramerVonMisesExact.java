package io.plumbline.measures.drift;

import java.util.Arrays;

/**
 * The exact distribution of the two-sample Cramér-von Mises statistic without ties: of all ways to interleave both samples, how many
 * have each value of ζ = Σ(a·v - b·u)², a and b being what the sizes lack of their least common multiple.
 *
 * <p>Source: Xiao, Gordon and Yakovlev (2006), A C++ program for the Cramér-von Mises two-sample test, algorithm 1.
 */
final class CramerVonMisesExact {
    private CramerVonMisesExact() {}

    /** The probability of a rank sum U of at least {@code u}. */
    static double survival(double u, Samples samples) {
        int n = samples.referenceCount();
        int m = samples.currentCount();
        long multiple = (long) n * m / greatestCommonDivisor(n, m);
        double pairs = samples.pairs();
        double zeta = Math.floor(
                (double) multiple * multiple * (n + m) * (6 * u - pairs * (4 * pairs - 1)) / (6 * pairs * pairs));
        Frequencies all = interleavings(n, m, multiple);
        return all.from(zeta) / all.from(0);
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private static Frequencies interleavings(int n, int m, long multiple) {
        Frequencies[] row = new Frequencies[n + 1];
        for (int u = 0; u <= m; u++) {
            for (int v = 0; v <= n; v++) {
                long gap = multiple / n * v - multiple / m * u;
                Frequencies above = u == 0 ? Frequencies.NONE : row[v];
                Frequencies left = v == 0 ? Frequencies.NONE : row[v - 1];
                row[v] = (u == 0 && v == 0 ? Frequencies.START : above).and(left, gap * gap);
            }
        }
        return row[n];
    }

    /** How many ways lead to each value; values ascending, not written to. */
    private record Frequencies(long[] values, double[] counts) {
        static final Frequencies NONE = new Frequencies(new long[0], new double[0]);
        static final Frequencies START = new Frequencies(new long[] {0}, new double[] {1});

        /** Both together, every value raised by {@code more}. */
        Frequencies and(Frequencies other, long more) {
            long[] merged = new long[values.length + other.values.length];
            double[] sums = new double[merged.length];
            int size = 0;
            for (int i = 0, j = 0; i < values.length || j < other.values.length; size++) {
                boolean mine = j == other.values.length || (i < values.length && values[i] <= other.values[j]);
                boolean theirs = i == values.length || (j < other.values.length && other.values[j] <= values[i]);
                merged[size] = more + (mine ? values[i] : other.values[j]);
                sums[size] = (mine ? counts[i++] : 0) + (theirs ? other.counts[j++] : 0);
            }
            return new Frequencies(Arrays.copyOf(merged, size), Arrays.copyOf(sums, size));
        }

        /** In how many ways a value is at least so much. */
        double from(double least) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[i] >= least ? counts[i] : 0;
            }
            return sum;
        }
    }
}
