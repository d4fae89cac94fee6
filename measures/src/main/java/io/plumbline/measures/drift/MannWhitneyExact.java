package io.plumbline.measures.drift;

/**
 * The exact distribution of the Mann-Whitney statistic without ties: the number of interleavings of n and m values with each U is the
 * coefficient of q^U in the Gaussian binomial Π (1-q^(m+i))/(1-q^i), i from 1 to n.
 *
 * <p>Source: Mann and Whitney (1947).
 */
final class MannWhitneyExact {
    private static final double LARGEST = 1 << 24;

    private MannWhitneyExact() {}

    /** Whether the distribution fits into memory. */
    static boolean isFeasible(Samples samples) {
        return samples.pairs() <= LARGEST;
    }

    /** The probability of a statistic of at least {@code u}. */
    static double survival(long u, Samples samples) {
        int pairs = (int) samples.pairs();
        // the distribution is symmetric, so the sum is taken over the shorter tail
        int opposite = (int) (pairs - u);
        if (u >= opposite) {
            return cumulated(opposite, samples);
        }
        return 1 - (u == 0 ? 0 : cumulated((int) u - 1, samples));
    }

    private static double cumulated(int most, Samples samples) {
        int n = samples.smaller();
        int m = samples.larger();
        double[] ways = new double[most + 1];
        ways[0] = 1;
        double all = 1;
        for (int i = 1; i <= n; i++) {
            multiply(ways, m + i);
            divide(ways, i);
            all *= (double) (m + i) / i;
        }
        double sum = 0;
        for (double way : ways) {
            sum += way;
        }
        return sum / all;
    }

    /** By 1 - q^power. */
    private static void multiply(double[] ways, int power) {
        for (int u = ways.length - 1; u >= power; u--) {
            ways[u] -= ways[u - power];
        }
    }

    /** By 1 - q^power. */
    private static void divide(double[] ways, int power) {
        for (int u = power; u < ways.length; u++) {
            ways[u] += ways[u - power];
        }
    }
}
