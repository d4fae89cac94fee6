package io.plumbline.measures.drift;

/**
 * ln Γ as Moshier's Cephes library computes it, which scipy uses, to the last bit: where a difference of nearly equal numbers leaves
 * only rounding errors, another approximation, though as good, gives another result.
 *
 * <p>Source: Moshier (1989), Methods and programs for mathematical functions: the reduction to [2, 3), the rational approximation
 * there, and Stirling's series.
 */
final class CephesLogGamma {
    private static final double STIRLING_FROM = 13;
    private static final double SHORT_STIRLING_FROM = 1000;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final double[] NUMERATOR = {
        -1378.2515256912086,
        -38801.631513463784,
        -331612.9927388712,
        -1162370.974927623,
        -1721737.0082083966,
        -853555.6642457654
    };
    private static final double[] DENOMINATOR = {
        1,
        -351.81570143652345,
        -17064.210665188115,
        -220528.59055385445,
        -1139334.4436798252,
        -2532523.0717758294,
        -2018891.4143353277
    };
    private static final double[] STIRLING = {
        0.0008116141674705085, -0.0005950619042843014, 0.0007936503404577169, -0.002777777777300997, 0.08333333333333319
    };
    private static final double[] SHORT_STIRLING = {0.0007936507936507937, -0.002777777777777778, 0.08333333333333333};

    private CephesLogGamma() {}

    /** ln Γ(x) for a positive x. */
    static double value(double x) {
        return x < STIRLING_FROM ? reduced(x) : stirling(x);
    }

    private static double reduced(double x) {
        double factor = 1;
        double steps = 0;
        double at = x;
        while (at >= 3) {
            steps--;
            at = x + steps;
            factor *= at;
        }
        while (at < 2) {
            factor /= at;
            steps++;
            at = x + steps;
        }
        double beyond = x + (steps - 2);
        return at == 2
                ? StrictMath.log(factor)
                : StrictMath.log(factor) + beyond * polynomial(beyond, NUMERATOR) / polynomial(beyond, DENOMINATOR);
    }

    private static double stirling(double x) {
        double main = (x - 0.5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI;
        return main + polynomial(1 / (x * x), x >= SHORT_STIRLING_FROM ? SHORT_STIRLING : STIRLING) / x;
    }

    /** Horner's rule, the highest power's coefficient first. */
    private static double polynomial(double x, double[] coefficients) {
        double value = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
