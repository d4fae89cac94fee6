package io.plumbline.measures.performance;

import io.plumbline.measures.summary.ScoreGroups;

/**
 * The largest distance between true and false positive rate.
 *
 * @param distance at the ends of the groups
 * @param greatest at most within them
 */
record Separation(double distance, double greatest) {

    static Separation of(ScoreGroups groups) {
        double truePositiveRate = 0;
        double falsePositiveRate = 0;
        double distance = 0;
        double greatest = 0;
        double positives = groups.positives();
        double negatives = groups.negatives();
        for (int i = 0; i < groups.size(); i++) {
            double nextTrue = truePositiveRate + groups.positives(i) / positives;
            double nextFalse = falsePositiveRate + groups.negatives(i) / negatives;
            greatest = Math.max(greatest, Math.max(nextTrue - falsePositiveRate, nextFalse - truePositiveRate));
            distance = Math.max(distance, Math.abs(nextTrue - nextFalse));
            truePositiveRate = nextTrue;
            falsePositiveRate = nextFalse;
        }
        return new Separation(distance, Math.min(1, greatest));
    }

    PerformanceScore score(Result result, boolean exact) {
        PerformanceScore score = result.score(Math.min(1, distance));
        return exact ? score : score.within(distance, greatest);
    }
}
