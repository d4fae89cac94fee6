package io.plumbline.measures.drift;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The upper tail of the one-sided one-sample Kolmogorov-Smirnov statistic, in time that does not grow with the sample:
 * P(D⁺ ≥ d) = Σ C(n,j)·q^j·(1-q)^(n-j)·d/q over j from 0 to n·(1-d), with q = d + j/n.
 *
 * <p>Every term is a binomial probability. Between j = 0 and n·(1-d) they are a smooth bump that vanishes at both ends together with all
 * its slopes, of which the trapezoidal rule gives the sum to 12 digits from some hundred evenly spaced terms. Small samples are
 * summed in full.
 *
 * <p>Source: Smirnov (1944); Birnbaum and Tingey (1951), One-sided confidence contours for probability distribution functions.
 */
final class SmirnovTail {
    private static final int TERMS = 128;

    private SmirnovTail() {}

    /** The probability of a statistic of at least {@code distance}, between 0 and 1 exclusively, among {@code n} values. */
    static double survival(double distance, int n) {
        int step = Math.max(1, n / TERMS);
        double sum = 0;
        for (long j = 0; j <= n * (1 - distance); j += step) {
            double q = Math.min(1, distance + (double) j / n);
            sum += BinomialDistribution.of(n, q).probability((int) j) * distance / q;
        }
        return Math.min(1, sum * step);
    }
}
