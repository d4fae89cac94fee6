package io.plumbline.measures.performance;

import io.plumbline.measures.summary.ScoreGroups;

/**
 * The share of the positive rows among the best-scored rows.
 *
 * @param gain with the rows of the group that is cut taken in proportion
 * @param least if the negative rows of that group came first
 * @param greatest if its positive rows came first
 */
record Gain(double gain, double least, double greatest) {

    /**
     * Of the best-scored rows.
     *
     * @param share of all rows, above 0 and at most 1
     * @throws IllegalArgumentException for another share
     */
    static Gain of(ScoreGroups groups, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of rows is above 0 and at most 1, not " + share);
        }
        double positives = groups.positives();
        double left = share * (positives + groups.negatives());
        double found = 0;
        for (int i = 0; i < groups.size(); i++) {
            double size = groups.positives(i) + groups.negatives(i);
            if (size > left) {
                double inProportion = found + groups.positives(i) * left / size;
                double least = found + Math.max(0, left - groups.negatives(i));
                double greatest = found + Math.min(left, groups.positives(i));
                return new Gain(inProportion / positives, least / positives, greatest / positives);
            }
            left -= size;
            found += groups.positives(i);
        }
        return new Gain(1, 1, 1);
    }

    PerformanceScore score(Result result, boolean exact, double factor) {
        PerformanceScore score = result.score(gain * factor);
        return exact ? score : score.within(least * factor, greatest * factor);
    }
}
