package io.plumbline.measures.comparison;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.MeasureDefinition;
import io.plumbline.measures.drift.MeasureDefinition.ColumnKind;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Input;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.drift.MeasureId;
import io.plumbline.measures.drift.Outcome;
import io.plumbline.measures.drift.Score;
import io.plumbline.measures.drift.Threshold;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/** Measures of one line each, for tests. */
record SimpleMeasure(MeasureDefinition definition, ToDoubleBiFunction<ColumnData, ColumnData> value, boolean isP)
        implements Measure {

    /** The distance of the means. */
    static SimpleMeasure byValue(Threshold threshold) {
        return new SimpleMeasure(
                definition("mean_gap@1", threshold, ColumnKind.NUMERIC),
                (reference, current) ->
                        Math.abs(reference.moments().mean() - current.moments().mean()),
                false);
    }

    /** Takes the current mean for a p-value. */
    static SimpleMeasure byP(Threshold threshold) {
        return new SimpleMeasure(
                definition("mean_as_p@1", threshold, ColumnKind.NUMERIC),
                (reference, current) -> current.moments().mean(),
                true);
    }

    /** The distance of the shares of the category {@code a}. */
    static SimpleMeasure ofCategories() {
        return new SimpleMeasure(
                definition("share_gap@1", Threshold.valueAtLeast(0.1), ColumnKind.CATEGORICAL),
                (reference, current) -> Math.abs(share(reference) - share(current)),
                false);
    }

    private static double share(ColumnData column) {
        return (double) column.categories().count("a") / column.tally().values();
    }

    static MeasureDefinition definition(String id, Threshold threshold, ColumnKind kind) {
        return new MeasureDefinition(
                MeasureId.of(id),
                id,
                "none",
                Range.NON_NEGATIVE,
                Direction.UP,
                threshold,
                Set.of(kind),
                Input.MOMENTS,
                "a test");
    }

    @Override
    public Outcome measure(ColumnData reference, ColumnData current) {
        double number = value.applyAsDouble(reference, current);
        Score score = Score.exact(
                definition, number, reference.tally().values(), current.tally().values());
        return isP ? score.withP(number) : score;
    }
}
