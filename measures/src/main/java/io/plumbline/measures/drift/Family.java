package io.plumbline.measures.drift;

import io.plumbline.measures.drift.MeasureDefinition.ColumnKind;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Input;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.Set;

/**
 * What the definitions of a measure have in common, whoever computes it.
 *
 * @param name in the id
 * @param title as the field writes it
 * @param formula in one line
 * @param range of the values
 * @param direction of more drift
 * @param input the least it must know of a column
 */
record Family(String name, String title, String formula, Range range, Direction direction, Input input) {
    static final Set<ColumnKind> ALL = Set.of(ColumnKind.NUMERIC, ColumnKind.CATEGORICAL);
    static final Set<ColumnKind> NUMERIC = Set.of(ColumnKind.NUMERIC);
    static final Set<ColumnKind> CATEGORICAL = Set.of(ColumnKind.CATEGORICAL);

    /** Of a measure that takes counts. */
    Family(String name, String title, String formula, Range range, Direction direction) {
        this(name, title, formula, range, direction, Input.COUNTS);
    }

    /** A variant without known deviations. */
    MeasureDefinition variant(String variant, Threshold threshold, Set<ColumnKind> kinds, String source) {
        return deviating(variant, threshold, kinds, source, "");
    }

    /** A variant for numeric columns without known deviations. */
    MeasureDefinition variant(String variant, Threshold threshold, String source) {
        return variant(variant, threshold, NUMERIC, source);
    }

    /** A variant for numeric columns that reproduces known bugs of its reference. */
    MeasureDefinition deviating(String variant, Threshold threshold, String source, String deviations) {
        return deviating(variant, threshold, NUMERIC, source, deviations);
    }

    /** A variant that reproduces known bugs of its reference. */
    MeasureDefinition deviating(
            String variant, Threshold threshold, Set<ColumnKind> kinds, String source, String deviations) {
        return new MeasureDefinition(
                new MeasureId(name, variant),
                title,
                formula,
                range,
                direction,
                threshold,
                kinds,
                input,
                source,
                deviations);
    }

    /** The same with another formula. */
    Family withFormula(String newFormula) {
        return new Family(name, title, newFormula, range, direction, input);
    }

    /** The same with another range. */
    Family withRange(Range newRange) {
        return new Family(name, title, formula, newRange, direction, input);
    }
}
