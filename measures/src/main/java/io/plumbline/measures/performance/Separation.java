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
        double positives = groups.positives();
        double negatives = groups.negatives();
        double positivesAbove = 0;
        double negativesAbove = 0;
        double distance = 0;
        double greatest = 0;
        for (int i = 0; i < groups.size(); i++) {
            double nextPositives = positivesAbove + groups.positives(i);
            double nextNegatives = negativesAbove + groups.negatives(i);
            double up = nextPositives / positives - negativesAbove / negatives;
            double down = nextNegatives / negatives - positivesAbove / positives;
            greatest = Math.max(greatest, Math.max(up, down));
            distance = Math.max(distance, Math.abs(nextPositives / positives - nextNegatives / negatives));
            positivesAbove = nextPositives;
            negativesAbove = nextNegatives;
        }
        return new Separation(distance, Math.min(1, greatest));
    }

    PerformanceScore score(Result result, boolean exact) {
        PerformanceScore score = result.score(Math.min(1, distance));
        return exact ? score : score.within(distance, greatest);
    }
}
