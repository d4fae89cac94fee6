package io.plumbline.measures.drift;

/**
 * The upper tail of the limiting distribution of the Cramér-von Mises statistic, to full relative precision also where it is tiny:
 * P(ω² ≥ x) = (1/π)·Σ (-1)^(k+1) ∫ √(√y/(-sin √y))·e^(-x·y/2)/y dy, y from ((2k-1)π)² to (2kπ)².
 *
 * <p>Source: Smirnov (1936), Sur la distribution de ω².
 */
final class CramerVonMisesTail {
    private static final int STEPS = 64;
    private static final double NEGLIGIBLE = 1e-17;

    private CramerVonMisesTail() {}

    /** The probability of a statistic of at least {@code x}, for x of at least 0.003. */
    static double survival(double x) {
        double sum = 0;
        double sign = 1;
        double term;
        int k = 1;
        do {
            term = integral(x, (2 * k - 1) * Math.PI);
            sum += sign * term;
            sign = -sign;
            k++;
        } while (term > NEGLIGIBLE * sum);
        return Math.max(0, Math.min(1, sum / Math.PI));
    }

    /**
     * The integral over √y = from + π(1-cos θ)/2, by the midpoint rule: in θ the integrand is smooth, even and periodic, so that the rule
     * converges exponentially, and both poles have gone.
     */
    private static double integral(double x, double from) {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double theta = (i + 0.5) * Math.PI / STEPS;
            double within = Math.PI * square(Math.sin(theta / 2));
            double root = from + within;
            // from is an odd multiple of π, so -sin(root) is sin(within), without its rounding error
            double weight = Math.sin(theta) / Math.sqrt(Math.sin(within));
            sum += weight * Math.exp(-x * root * root / 2) / Math.sqrt(root);
        }
        return Math.PI * sum * Math.PI / STEPS;
    }

    private static double square(double x) {
        return x * x;
    }
}
