package io.plumbline.measures.comparison;

import io.plumbline.measures.preset.Correction;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Corrects p-values for the number of tests made, so that the expected share of false alarms among all alarms (the false discovery
 * rate) is at most the level they are held against.
 *
 * <p>With the p-values in ascending order p(1) ≤ … ≤ p(m), the adjusted value of p(i) is
 *
 * <pre>  min over k ≥ i of  p(k) · m/k · c,  and at most 1</pre>
 *
 * with c = 1 by Benjamini and Hochberg, and c = 1 + 1/2 + … + 1/m by Benjamini and Yekutieli.
 *
 * <p>Sources: Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", J. R. Stat. Soc. B 57 (1995); Y. Benjamini,
 * D. Yekutieli, "The control of the false discovery rate in multiple testing under dependency", Ann. Stat. 29 (2001). Equal to
 * {@code scipy.stats.false_discovery_control}.
 */
public final class MultipleTests {
    private MultipleTests() {}

    /**
     * Adjusted p-values, in the order of the given ones.
     *
     * @param p p-values between 0 and 1
     * @throws IllegalArgumentException where one is not
     */
    public static double[] adjust(double[] p, Correction correction) {
        requireProbabilities(p);
        return switch (correction) {
            case NONE -> p.clone();
            case BENJAMINI_HOCHBERG -> stepUp(p, 1);
            case BENJAMINI_YEKUTIELI -> stepUp(p, harmonic(p.length));
        };
    }

    private static void requireProbabilities(double[] p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException(value + " is not a p-value");
            }
        }
    }

    private static double harmonic(int tests) {
        double sum = 0;
        for (int i = 1; i <= tests; i++) {
            sum += 1.0 / i;
        }
        return sum;
    }

    private static double[] stepUp(double[] p, double factor) {
        Integer[] ascending = ascending(p);
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int rank = p.length; rank >= 1; rank--) {
            int test = ascending[rank - 1];
            least = Math.min(least, p[test] * ((double) p.length / rank) * factor);
            adjusted[test] = least;
        }
        return adjusted;
    }

    private static Integer[] ascending(double[] p) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(test -> p[test]));
        return order;
    }
}
