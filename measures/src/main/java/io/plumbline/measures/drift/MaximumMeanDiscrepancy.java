package io.plumbline.measures.drift;

import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Input;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The maximum mean discrepancy with a Gaussian kernel: MMD² = E k(X,X') + E k(Y,Y') - 2·E k(X,Y), without the pairs of a value with
 * itself, k(x,y) = exp(-(x-y)²/(2σ²)) and σ² half of the median squared distance among all values. The p-value is (k+1)/(n+1), where k
 * of n permutations of the values over both sides have at least this MMD². Sides above {@link #LARGEST} values are drawn from.
 *
 * <p>Source: Gretton et al. (2012), A kernel two-sample test, lemma 6; Phipson and Smyth (2010), Permutation p-values should never be
 * zero.
 */
final class MaximumMeanDiscrepancy {
    private static final int LARGEST = 500;
    private static final int PERMUTATIONS = 199;
    private static final long SEED = 20_260_101;

    private static final Family TEST = new Family(
            "mmd",
            "Maximum mean discrepancy",
            "mean k(r,r') + mean k(c,c') - 2·mean k(r,c), k(x,y) = exp(-(x-y)²/(2σ²)), 2σ² the median squared distance",
            Range.REAL,
            Direction.UP,
            Input.VALUES);

    private MaximumMeanDiscrepancy() {}

    static List<Measure> measures() {
        return List.of(NumericMeasure.ofValues(
                TEST.variant(
                        "1",
                        Threshold.pAtMostWithEffect(0.05, 0.1),
                        "Gretton et al. 2012; at most 500 values a side, drawn without replacement; 199 permutations;"
                                + " effect is √MMD²"),
                2,
                MaximumMeanDiscrepancy::test));
    }

    private static Outcome test(MeasureDefinition definition, Samples samples) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] reference = draw(samples.reference(), random);
        double[] current = draw(samples.current(), random);
        GaussianKernel kernel = GaussianKernel.of(reference, current);
        double value = kernel.discrepancy();
        return samples.score(definition, value)
                .withP(p(kernel, value, random))
                .withEffect(Math.sqrt(Math.max(0, value)))
                .with("permutations", PERMUTATIONS)
                .with("seed", SEED)
                .with("reference_sample", reference.length)
                .with("current_sample", current.length)
                .with("median_distance", kernel.medianDistance());
    }

    /** The values, or {@link #LARGEST} of them by selection sampling, which keeps their order. */
    private static double[] draw(double[] values, SplittableRandom random) {
        if (values.length <= LARGEST) {
            return values;
        }
        double[] drawn = new double[LARGEST];
        int wanted = LARGEST;
        for (int i = 0; wanted > 0; i++) {
            if (random.nextInt(values.length - i) < wanted) {
                drawn[LARGEST - wanted] = values[i];
                wanted--;
            }
        }
        return drawn;
    }

    private static double p(GaussianKernel kernel, double value, SplittableRandom random) {
        // permutations that leave all as it is differ by rounding only
        double atLeast = value - 1e-12;
        int reached = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            kernel.permute(random);
            reached += kernel.discrepancy() >= atLeast ? 1 : 0;
        }
        return (reached + 1.0) / (PERMUTATIONS + 1.0);
    }
}
