package io.plumbline.measures.drift;

/**
 * The limiting distribution of the Cramér-von Mises statistic as scipy computes it: one minus
 * Σ Γ(k+½)/(k!·π^1.5·√x)·√(4k+1)·e^(-q)·K_¼(q) with q = (4k+1)²/(16x), stopped after the first term below 1e-7. The order of operations
 * is kept, because what is left of the subtraction are the rounding errors of the terms.
 *
 * <p>Source: Csörgő and Faraway (1996), The exact and asymptotic distributions of Cramér-von Mises statistics, equation 1.3.
 */
final class CramerVonMisesSeries {
    private static final double SMALL = 1e-7;
    /** Correctly rounded, which Java's power function does not promise. */
    private static final double PI_TO_THREE_HALVES = 5.568327996831708;

    private CramerVonMisesSeries() {}

    /** One minus the series at {@code x}, not below 0. */
    static double survival(double x) {
        double sum = 0;
        double term;
        int k = 0;
        do {
            term = term(x, k);
            sum += term;
            k++;
        } while (term >= SMALL);
        return Math.max(0, 1 - sum);
    }

    private static double term(double x, int k) {
        double factor = StrictMath.exp(CephesLogGamma.value(k + 0.5) - CephesLogGamma.value(k + 1))
                / (PI_TO_THREE_HALVES * Math.sqrt(x));
        double y = 4 * k + 1;
        double q = y * y / (16 * x);
        return factor * Math.sqrt(y) * StrictMath.exp(-q) * QuarterBessel.value(q);
    }
}
