package io.plumbline.measures.performance;

import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.summary.ScoreGroups;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The area under the ROC curve, by rank.
 *
 * @param area pairs of a positive and a negative row in which the positive one has the higher score, ties half, by all pairs
 * @param unknown pairs of which it is not known how they are ordered, by all pairs
 * @param variance of the area, by DeLong; NaN where there are fewer than two rows of a class
 */
record RocCurve(double area, double unknown, double variance) {

    static RocCurve of(ScoreGroups groups) {
        double negatives = groups.negatives();
        double positives = groups.positives();
        double area = 0;
        double tied = 0;
        double above = 0;
        for (int i = 0; i < groups.size(); i++) {
            area += groups.negatives(i) * (above + groups.positives(i) / 2);
            tied += groups.negatives(i) * groups.positives(i);
            above += groups.positives(i);
        }
        double pairs = negatives * positives;
        double share = area / pairs;
        return new RocCurve(share, groups.isExact() ? 0 : tied / pairs, variance(groups, share));
    }

    /** S₁₀/P + S₀₁/N, the variances of the placements of the rows of one class among those of the other. */
    private static double variance(ScoreGroups groups, double area) {
        double negatives = groups.negatives();
        double positives = groups.positives();
        double ofPositives = 0;
        double ofNegatives = 0;
        double positivesAbove = 0;
        double negativesAbove = 0;
        for (int i = 0; i < groups.size(); i++) {
            double negativesBelow = negatives - negativesAbove - groups.negatives(i) / 2;
            double placement = negativesBelow / negatives - area;
            ofPositives += groups.positives(i) * placement * placement;
            double ofNegative = (positivesAbove + groups.positives(i) / 2) / positives - area;
            ofNegatives += groups.negatives(i) * ofNegative * ofNegative;
            positivesAbove += groups.positives(i);
            negativesAbove += groups.negatives(i);
        }
        return negatives < 2 || positives < 2
                ? Double.NaN
                : ofPositives / (positives - 1) / positives + ofNegatives / (negatives - 1) / negatives;
    }

    PerformanceScore score(Result result, DoubleUnaryOperator ofArea) {
        PerformanceScore score = result.score(ofArea.applyAsDouble(area)).with(interval(ofArea));
        return unknown == 0
                ? score
                : score.within(ofArea.applyAsDouble(area - unknown / 2), ofArea.applyAsDouble(area + unknown / 2));
    }

    private Optional<ConfidenceInterval> interval(DoubleUnaryOperator ofArea) {
        return Double.isNaN(variance)
                ? Optional.empty()
                : Optional.of(ConfidenceInterval.normal("delong", area, Math.sqrt(variance), Range.UNIT)
                        .mapped(ofArea));
    }
}
