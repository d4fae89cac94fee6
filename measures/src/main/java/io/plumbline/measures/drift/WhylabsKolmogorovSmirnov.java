package io.plumbline.measures.drift;

import java.util.Arrays;

/** The Kolmogorov-Smirnov test as whylogs makes it from sketches, on sketches that keep everything. */
final class WhylabsKolmogorovSmirnov {
    private static final int QUANTILES = 100;

    private WhylabsKolmogorovSmirnov() {}

    static Outcome test(MeasureDefinition definition, Samples samples) {
        double distance = Math.max(distanceAt(samples.reference(), samples), distanceAt(samples.current(), samples));
        double size = KolmogorovDistribution.effectiveSize(samples.referenceCount(), samples.currentCount());
        return samples.score(definition, distance)
                .withP(KolmogorovDistribution.survival(distance, size))
                .with("quantiles", QUANTILES)
                .with("p_method", "asymptotic");
    }

    /** The largest gap at the quantiles of one side. */
    private static double distanceAt(double[] side, Samples samples) {
        double largest = 0;
        for (int i = 0; i < QUANTILES; i++) {
            double x = quantile(side, (double) i / (QUANTILES - 1));
            largest =
                    Math.max(largest, Math.abs(shareBelow(samples.reference(), x) - shareBelow(samples.current(), x)));
        }
        return largest;
    }

    private static double quantile(double[] sorted, double rank) {
        return sorted[Math.min((int) (rank * sorted.length), sorted.length - 1)];
    }

    private static double shareBelow(double[] sorted, double x) {
        int found = Arrays.binarySearch(sorted, x);
        int index = found < 0 ? -found - 1 : found;
        while (index > 0 && sorted[index - 1] >= x) {
            index--;
        }
        return (double) index / sorted.length;
    }
}
