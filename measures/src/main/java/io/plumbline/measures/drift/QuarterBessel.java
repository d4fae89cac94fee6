package io.plumbline.measures.drift;

/**
 * The modified Bessel function of the second kind K_¼.
 *
 * <p>Up to 2 by Temme's series in the order of operations of Amos's algorithm 644, and with that algorithm's value of 1/Γ(5/4): the
 * errors of some hundred units in the last place, which the series has there, are those of the reference. Above 2 by the trapezoidal
 * rule on ∫ e^(-x·cosh t)·cosh(t/4) dt, which is correct to the last place or two.
 *
 * <p>Source: Temme (1975), On the numerical evaluation of the modified Bessel function of the third kind.
 */
final class QuarterBessel {
    private static final double ORDER = 0.25;
    /** Five units in the last place above 1/Γ(5/4). */
    private static final double RECIPROCAL_GAMMA = 1.1032626513208381;

    private static final double STEP = 1.0 / 32;
    private static final double UNIT = 2.220446049250313e-16;

    private QuarterBessel() {}

    /** K_¼(x) for a positive x. */
    static double value(double x) {
        return x <= 2 ? series(x) : integral(x);
    }

    private static double series(double x) {
        double logarithm = StrictMath.log(2 / x);
        double scaled = logarithm * ORDER;
        double angle = ORDER * Math.PI;
        double ratio = angle / StrictMath.sin(angle);
        double minus = 1 / (RECIPROCAL_GAMMA * ratio);
        double odd = (minus - RECIPROCAL_GAMMA) / (ORDER + ORDER);
        double even = (minus + RECIPROCAL_GAMMA) * 0.5;
        double f = ratio * (StrictMath.cosh(scaled) * odd + StrictMath.sinh(scaled) / ORDER * even);
        double power = StrictMath.exp(scaled);
        return sum(x, f, 0.5 * power / RECIPROCAL_GAMMA, 0.5 / power / minus);
    }

    /** Temme's recurrence f_k = (k·f + p + q)/(k²-¼²), p_k = p/(k-¼), q_k = q/(k+¼), summed with the weights (x²/4)^k/k!. */
    private static double sum(double x, double f, double p, double q) {
        double quarter = 0.25 * (x * x);
        double sum = f;
        double weight = 1;
        double divisor = 1 - ORDER * ORDER;
        for (double k = 1; weight > UNIT; k++) {
            f = (f * k + p + q) / divisor;
            p *= 1 / (k - ORDER);
            q *= 1 / (k + ORDER);
            weight = weight * quarter * (1 / k);
            sum += weight * f;
            divisor += k + k + 1;
        }
        return sum;
    }

    private static double integral(double x) {
        double sum = StrictMath.exp(-x) / 2;
        double term;
        int i = 1;
        do {
            double t = i * STEP;
            term = StrictMath.exp(-x * StrictMath.cosh(t)) * StrictMath.cosh(ORDER * t);
            sum += term;
            i++;
        } while (term > UNIT * UNIT * sum);
        return sum * STEP;
    }
}
