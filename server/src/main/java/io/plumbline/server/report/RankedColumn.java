package io.plumbline.server.report;

import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.comparison.JudgedOutcome;
import io.plumbline.measures.drift.Score;
import io.plumbline.measures.drift.Threshold;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A column with what its place in the table depends on.
 *
 * @param report the column
 * @param deciding the first measure that could be computed, and empty where none could
 * @param beyond how far the deciding score is beyond its limit, in powers of ten: 0 at the limit, 1 at ten times the limit, negative
 *     within it; NaN where there is no score or no limit
 */
public record RankedColumn(ColumnReport report, Optional<Deciding> deciding, double beyond) {
    private static final Comparator<RankedColumn> SEVERITY = Comparator.comparing(
                    (RankedColumn column) -> !column.report.drifted())
            .thenComparingDouble(column -> -orLeast(column.beyond))
            .thenComparingDouble(column -> -orLeast(
                    column.deciding.map(deciding -> deciding.score().effect()).orElse(Double.NaN)));

    /**
     * The score that decides whether a column has drifted.
     *
     * @param score the score
     * @param adjustedP its p-value corrected for the number of columns; NaN where there is none
     */
    public record Deciding(Score score, double adjustedP) {
        static Optional<Deciding> of(List<JudgedOutcome> results) {
            return results.stream()
                    .filter(result -> result.outcome() instanceof Score)
                    .findFirst()
                    .map(result -> new Deciding((Score) result.outcome(), result.adjustedP()));
        }

        /** The number that is held against the limit. */
        double held() {
            return threshold().isOnP() ? p() : score.value();
        }

        /** The p-value: the corrected one where there is one, and NaN where there is none at all. */
        public double p() {
            return Double.isNaN(adjustedP) ? score.p() : adjustedP;
        }

        /** Whether that number is a corrected p-value. */
        boolean isAdjusted() {
            return threshold().isOnP() && !Double.isNaN(adjustedP);
        }

        /** Whether there is a limit that the score is held against. */
        public boolean isJudged() {
            return threshold().on() != Threshold.On.NEVER;
        }

        Threshold threshold() {
            return score.definition().threshold();
        }

        private double beyond() {
            Threshold threshold = threshold();
            return switch (threshold.on()) {
                case VALUE_AT_LEAST, VALUE_ABOVE -> powersOfTen(held(), threshold.limit());
                case VALUE_BELOW -> powersOfTen(threshold.limit(), held());
                case P_AT_MOST, P_BELOW -> Math.min(powersOfTen(threshold.limit(), held()), effectBeyond(threshold));
                case NEVER -> Double.NaN;
            };
        }

        /** An effect that is asked for besides the p-value holds the column back as far as it is not reached. */
        private double effectBeyond(Threshold threshold) {
            boolean asked = threshold.effectLimit() > 0 && !Double.isNaN(score.effect());
            return asked ? powersOfTen(score.effect(), threshold.effectLimit()) : Double.POSITIVE_INFINITY;
        }
    }

    /** The columns with the drifted ones first, and among them and the rest those that are furthest beyond their limit. */
    public static List<RankedColumn> bySeverity(List<ColumnReport> columns) {
        return columns.stream().map(RankedColumn::of).sorted(SEVERITY).toList();
    }

    static RankedColumn of(ColumnReport report) {
        Optional<Deciding> deciding = Deciding.of(report.results());
        return new RankedColumn(report, deciding, deciding.map(Deciding::beyond).orElse(Double.NaN));
    }

    /** Ratios below zero have no logarithm; then the difference says on which side of the limit a score is. */
    private static double powersOfTen(double larger, double smaller) {
        return larger >= 0 && smaller >= 0 && larger + smaller > 0 ? Math.log10(larger / smaller) : larger - smaller;
    }

    private static double orLeast(double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
}
