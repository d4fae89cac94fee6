package io.plumbline.measures.performance;

import io.plumbline.measures.summary.ScoreGroups;

/**
 * The area under the precision-recall curve as average precision.
 *
 * @param area with the rows of a group taken as ties
 * @param least no more than the area if in every group all negative rows came first
 * @param greatest no less than the area if in every group all positive rows came first
 */
record PrecisionRecall(double area, double least, double greatest) {

    static PrecisionRecall of(ScoreGroups groups) {
        double area = 0;
        double least = 0;
        double greatest = 0;
        double positivesAbove = 0;
        double negativesAbove = 0;
        for (int i = 0; i < groups.size(); i++) {
            double positives = groups.positives(i);
            double negatives = groups.negatives(i);
            if (positives > 0) {
                double found = positivesAbove + positives;
                area += positives * found / (found + negativesAbove + negatives);
                least += precisions(positivesAbove, negativesAbove + negatives, positives);
                greatest += positives * found / (found + negativesAbove);
            }
            positivesAbove += positives;
            negativesAbove += negatives;
        }
        return new PrecisionRecall(area / positivesAbove, least / positivesAbove, greatest / positivesAbove);
    }

    /** ∫ (above + x) / (above + negatives + x) dx from 0 to so many: at most the sum of the precisions of as many rows, one by one. */
    private static double precisions(double above, double negatives, double positives) {
        double before = above + negatives;
        return before == 0 ? positives : positives - negatives * Math.log1p(positives / before);
    }
}
