package io.plumbline.measures.drift;

import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * The distribution of the two-sided one-sample Kolmogorov-Smirnov statistic, by which two-sample tests are approximated. Of less than
 * {@value #LARGE} values it is the library's. From there on, where that takes time in proportion to the sample, the upper tail is twice the
 * one-sided tail ({@link SmirnovTail}), and the rest is by Pelz and Good ({@link PelzGood}): in all within 1e-9 of scipy's {@code kstwo.sf},
 * up to the million values above which scipy approximates the tail.
 *
 * <p>Source: Simard and L'Ecuyer (2011), Computing the two-sided Kolmogorov-Smirnov distribution.
 */
final class KolmogorovDistribution {
    private static final int LARGE = 3_000;
    private static final int LARGEST = 1_000_000_000;

    /** From this n·distance² on, exceeding the distance on both sides at once is next to impossible. */
    private static final double TAIL = 2.2;

    private static final KolmogorovSmirnovTest EXACT =
            KolmogorovSmirnovTest.withDefaults().with(PValueMethod.EXACT);

    private KolmogorovDistribution() {}

    /** The sample size of a one-sample test that is as powerful as the two-sample test: n·m/(n+m), rounded half to even. */
    static double effectiveSize(double n, double m) {
        return Math.max(1, Math.rint(n * m / (n + m)));
    }

    /**
     * The probability of a statistic of at least {@code distance} among {@code n} values of the hypothetical distribution. Above a
     * thousand million values it is taken as that of so many at the same √n·distance, on which alone it depends in the limit.
     */
    static double survival(double distance, double n) {
        if (distance * n <= 0.5) {
            return 1;
        }
        if (n > LARGEST) {
            return survival(distance * Math.sqrt(n / LARGEST), LARGEST);
        }
        if (distance >= 1) {
            return 0;
        }
        return n < 2 ? 2 * (1 - distance) : survival(distance, (int) n);
    }

    private static double survival(double distance, int n) {
        if (n < LARGE) {
            return asTest(distance, n);
        }
        return n * distance * distance >= TAIL
                ? 2 * SmirnovTail.survival(distance, n)
                : 1 - PelzGood.probability(distance, n);
    }

    /** The library keeps the distribution to itself, so it is asked by a test of a sample that has just this distance. */
    private static double asTest(double distance, int n) {
        double[] ranks = new double[n];
        for (int i = 0; i < n; i++) {
            ranks[i] = i;
        }
        return EXACT.test(ranks, rank -> Math.max(distance, (rank + 0.5) / n)).getPValue();
    }
}
