package io.plumbline.measures.drift;

/**
 * The two-sided one-sample Kolmogorov-Smirnov distribution of a large sample: its limit and three corrections in powers of 1/√n, which
 * leave an error of the order of 1/n². For the body of the distribution; in the upper tail subtraction from 1 would cost digits.
 *
 * <p>Source: Pelz and Good (1976), Approximating the lower tail-areas of the Kolmogorov-Smirnov one-sample statistic; Simard and L'Ecuyer
 * (2011), Computing the two-sided Kolmogorov-Smirnov distribution, section 4.
 */
final class PelzGood {
    /** Beyond this many terms on either side nothing is added to any sum for z up to 2. */
    private static final int TERMS = 20;

    private final double z2;
    private double k0;
    private double k1;
    private double k2;
    private double k3;

    private PelzGood(double z) {
        z2 = z * z;
        for (int k = 0; k < TERMS; k++) {
            addHalf(square((k + 0.5) * Math.PI));
            addWhole(square((k + 1) * Math.PI));
        }
        // each term stands for that of k and that of its mirror image
        double factor = 2 * Math.sqrt(Math.PI / 2);
        k0 *= factor / z;
        k1 *= factor / (6 * z2 * z2);
        k2 *= factor / (72 * z2 * z2 * z2 * z);
        k3 *= factor / (6480 * z2 * z2 * z2 * z2 * z2);
    }

    /** The probability of a statistic of less than {@code distance} among {@code n} values. */
    static double probability(double distance, double n) {
        double root = Math.sqrt(n);
        PelzGood terms = new PelzGood(distance * root);
        // what is next to nothing may come out below nothing
        return Math.max(0, terms.k0 + terms.k1 / root + terms.k2 / n + terms.k3 / (n * root));
    }

    /** Adds the terms of {@code a} = π²(k+½)². */
    private void addHalf(double a) {
        double weight = Math.exp(-a / (2 * z2));
        double z4 = z2 * z2;
        k0 += weight;
        k1 += weight * (a - z2);
        k2 += weight * (6 * z4 * z2 + 2 * z4 + a * (2 * z4 - 5 * z2) + a * a * (1 - 2 * z2));
        k3 += weight
                * (a * a * a * (5 - 30 * z2)
                        + a * a * (212 * z4 - 60 * z2)
                        + a * (135 * z4 - 96 * z4 * z2)
                        - (30 * z4 * z2 + 90 * z4 * z4));
    }

    /** Adds the terms of {@code a} = π²k². */
    private void addWhole(double a) {
        double weight = Math.exp(-a / (2 * z2));
        k2 -= weight * 2 * a * z2 * z2;
        k3 += weight * 30 * z2 * z2 * (3 * a * z2 - a * a);
    }

    private static double square(double x) {
        return x * x;
    }
}
