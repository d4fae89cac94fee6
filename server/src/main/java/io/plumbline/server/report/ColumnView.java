package io.plumbline.server.report;

import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.comparison.JudgedOutcome;
import io.plumbline.measures.comparison.Picture;
import io.plumbline.measures.drift.MeasureDefinition;
import io.plumbline.measures.drift.NotComputable;
import io.plumbline.measures.drift.Score;
import io.plumbline.measures.quality.ColumnChange;
import io.plumbline.measures.quality.ColumnQuality;
import java.util.List;
import java.util.Map;

/** A column as the report's script reads it. */
record ColumnView(
        String name,
        String type,
        String role,
        boolean drifted,
        double beyond,
        ColumnQuality reference,
        ColumnQuality current,
        ColumnChange change,
        List<Result> results,
        Bars picture) {

    static ColumnView of(RankedColumn column, Map<MeasureDefinition, Integer> definitions) {
        ColumnReport report = column.report();
        return new ColumnView(
                report.name(),
                report.type().label(),
                report.role().label(),
                report.drifted(),
                column.beyond(),
                report.reference(),
                report.current(),
                report.change(),
                report.results().stream()
                        .map(result -> Result.of(result, definitions))
                        .toList(),
                Bars.of(report.picture()));
    }

    /** What a measure said. */
    sealed interface Result {
        static Result of(JudgedOutcome result, Map<MeasureDefinition, Integer> definitions) {
            int definition = definitions.getOrDefault(result.outcome().definition(), -1);
            return switch (result.outcome()) {
                case Score score -> Scored.of(definition, score, result);
                case NotComputable none -> new Unscored(definition, none.reason());
            };
        }
    }

    /** A score; the interval is empty where the value is exact. */
    record Scored(
            int definition,
            double value,
            double p,
            double adjustedP,
            double effect,
            List<Double> interval,
            Map<String, Object> parameters,
            long referenceCount,
            long currentCount,
            boolean drifted)
            implements Result {
        private static Scored of(int definition, Score score, JudgedOutcome result) {
            return new Scored(
                    definition,
                    score.value(),
                    score.p(),
                    result.adjustedP(),
                    score.effect(),
                    score.isExact()
                            ? List.of()
                            : List.of(score.interval().least(), score.interval().greatest()),
                    score.parameters(),
                    score.referenceCount(),
                    score.currentCount(),
                    result.drifted());
        }
    }

    /** No score, and why. */
    record Unscored(int definition, String reason) implements Result {}

    /** Bars in the precision that drawing needs; a bin is labelled by its edges. */
    record Bars(List<String> labels, List<Double> edges, List<Float> reference, List<Float> current) {
        private static Bars of(Picture picture) {
            return new Bars(
                    picture.edges().isEmpty() ? picture.labels() : List.of(),
                    picture.edges(),
                    shares(picture.reference()),
                    shares(picture.current()));
        }

        private static List<Float> shares(List<Double> shares) {
            return shares.stream().map(Double::floatValue).toList();
        }
    }
}
