package io.plumbline.measures.drift;

/**
 * The significance of a standardized Anderson-Darling statistic of two samples between its tabulated critical values: a quadratic in
 * the statistic fitted by least squares to the logarithms of the tabulated levels, as Scholz and Stephens (1987) propose.
 */
final class SignificanceCurve {
    private static final double[] LEVELS = {0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001};
    /** b0 + b1 + b2 of table 2, which for two samples is the critical value. */
    private static final double[] CRITICAL = {
        0.675 - 0.245 - 0.105,
        1.281 + 0.25 - 0.305,
        1.645 + 0.678 - 0.362,
        1.96 + 1.149 - 0.391,
        2.326 + 1.822 - 0.396,
        2.573 + 2.364 - 0.345,
        3.085 + 3.615 - 0.154
    };

    private static final double MEAN = mean(CRITICAL);
    /** The quadratic is a combination of 1, u and u² - SKEW·u - SPREAD with u = x - MEAN, which are orthogonal on the table. */
    private static final double SPREAD = sum(2) / CRITICAL.length;

    private static final double SKEW = sum(3) / sum(2);
    private static final double CONSTANT = project(0);
    private static final double LINEAR = project(1);
    private static final double QUADRATIC = project(2);

    private SignificanceCurve() {}

    static double leastCritical() {
        return CRITICAL[0];
    }

    static double greatestCritical() {
        return CRITICAL[CRITICAL.length - 1];
    }

    /** The p-value at a statistic between the least and the greatest critical value. */
    static double at(double statistic) {
        return Math.exp(CONSTANT + LINEAR * basis(1, statistic) + QUADRATIC * basis(2, statistic));
    }

    private static double basis(int degree, double x) {
        double u = x - MEAN;
        return switch (degree) {
            case 0 -> 1;
            case 1 -> u;
            default -> u * u - SKEW * u - SPREAD;
        };
    }

    private static double project(int degree) {
        double along = 0;
        double length = 0;
        for (int i = 0; i < CRITICAL.length; i++) {
            double basis = basis(degree, CRITICAL[i]);
            along += basis * Math.log(LEVELS[i]);
            length += basis * basis;
        }
        return along / length;
    }

    private static double sum(int power) {
        double sum = 0;
        for (double critical : CRITICAL) {
            sum += Math.pow(critical - MEAN, power);
        }
        return sum;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
