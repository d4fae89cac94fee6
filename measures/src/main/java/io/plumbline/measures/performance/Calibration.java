package io.plumbline.measures.performance;

import io.plumbline.measures.summary.ScoreGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often positive came true where the model said so with a certain probability.
 *
 * @param bins of equal width over 0 to 1, those with rows, in ascending order
 * @param uncertainty how far each mean score may be off, because scores were counted by bin
 */
public record Calibration(List<Bin> bins, double uncertainty) {

    /**
     * Rows of similar scores.
     *
     * @param least the lower end, which belongs to the bin only where it is 0
     * @param greatest the upper end, which belongs to the bin
     * @param meanScore the mean of the scores
     * @param observed the share of positive rows
     * @param weight of the rows
     */
    public record Bin(double least, double greatest, double meanScore, double observed, double weight) {}

    /**
     * The calibration of a profile's scores.
     *
     * @param bins how many
     * @return empty where no labelled row has a score, some scores are not between 0 and 1, or scores were counted over bins that cannot
     *     be put together to these
     */
    public static Optional<Calibration> of(BinaryProfile profile, int bins) {
        ScoreGroups groups = profile.scores().groups();
        boolean probabilities = profile.summary().count(PerformanceProfile.NOT_A_PROBABILITY) == 0;
        boolean fits = groups.isExact() || isFine(profile, bins);
        if (groups.size() == 0 || !probabilities || !fits) {
            return Optional.empty();
        }
        double uncertainty =
                groups.isExact() ? 0 : 0.5 / profile.scores().grid().bins();
        return Optional.of(new Calibration(bins(groups, bins), uncertainty));
    }

    private static boolean isFine(BinaryProfile profile, int bins) {
        var grid = profile.scores().grid();
        return grid.least() == 0 && grid.greatest() == 1 && grid.dividesInto(bins);
    }

    private static List<Bin> bins(ScoreGroups groups, int bins) {
        double[] weights = new double[bins];
        double[] positives = new double[bins];
        double[] scores = new double[bins];
        for (int i = 0; i < groups.size(); i++) {
            double score = (groups.lowest(i) + groups.highest(i)) / 2;
            double weight = groups.positives(i) + groups.negatives(i);
            int bin = binOf(score, bins);
            weights[bin] += weight;
            positives[bin] += groups.positives(i);
            scores[bin] += weight * score;
        }
        List<Bin> filled = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            double weight = weights[bin];
            if (weight > 0) {
                filled.add(new Bin(
                        edge(bin, bins), edge(bin + 1, bins), scores[bin] / weight, positives[bin] / weight, weight));
            }
        }
        return List.copyOf(filled);
    }

    private static int binOf(double score, int bins) {
        int bin = 0;
        while (bin < bins - 1 && score > edge(bin + 1, bins)) {
            bin++;
        }
        return bin;
    }

    private static double edge(int place, int bins) {
        return (double) place / bins;
    }

    /** Σ w_b·|observed - mean score| / Σ w_b over the bins: the expected calibration error. */
    double expectedError() {
        double sum = 0;
        double weights = 0;
        for (Bin bin : bins) {
            sum += bin.weight * Math.abs(bin.observed - bin.meanScore);
            weights += bin.weight;
        }
        return sum / weights;
    }
}
