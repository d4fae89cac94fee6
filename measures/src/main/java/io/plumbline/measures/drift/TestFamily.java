package io.plumbline.measures.drift;

import io.plumbline.measures.drift.MeasureDefinition.ColumnKind;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Input;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.Set;

/**
 * What the definitions of one statistical test have in common.
 *
 * @param name the test's name in ids
 * @param title the test's name as the field writes it
 * @param formula how its statistic is computed
 * @param range which values the statistic takes
 * @param direction what a larger statistic means
 * @param input the least it must know of a column
 */
record TestFamily(String name, String title, String formula, Range range, Direction direction, Input input) {

    /** One variant of the test. */
    MeasureDefinition variant(String variant, Threshold threshold, String source) {
        return variant(variant, threshold, source, "");
    }

    /** One variant of the test with what it reproduces of the reference's bugs. */
    MeasureDefinition variant(String variant, Threshold threshold, String source, String deviations) {
        return new MeasureDefinition(
                new MeasureId(name, variant),
                title,
                formula,
                range,
                direction,
                threshold,
                Set.of(ColumnKind.NUMERIC),
                input,
                source,
                deviations);
    }
}
