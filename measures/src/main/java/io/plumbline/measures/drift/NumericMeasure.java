package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.NotKnownException;

/**
 * The frame of measures of numeric columns: answers with a reason where a column is of another type, has too few values or is known
 * by too little, and where a result cannot be held in double precision; so that no NaN gets out.
 */
final class NumericMeasure implements Measure {
    private final MeasureDefinition definition;
    private final int fewest;
    private final OnColumns onColumns;

    private NumericMeasure(MeasureDefinition definition, int fewest, OnColumns onColumns) {
        this.definition = definition;
        this.fewest = fewest;
        this.onColumns = onColumns;
    }

    /** What is computed of two numeric columns with values enough. */
    @FunctionalInterface
    interface OnColumns {
        Outcome measure(MeasureDefinition definition, ColumnData reference, ColumnData current);
    }

    /** What is computed of the values of both columns. */
    @FunctionalInterface
    interface OnValues {
        Outcome measure(MeasureDefinition definition, Samples samples);
    }

    /** A measure of columns as they are, from this number of values on each side. */
    static Measure ofColumns(MeasureDefinition definition, int fewest, OnColumns onColumns) {
        return new NumericMeasure(definition, fewest, onColumns);
    }

    /** A measure that needs every value, from this number of values on each side. */
    static Measure ofValues(MeasureDefinition definition, int fewest, OnValues onValues) {
        return ofColumns(definition, fewest, (defined, reference, current) -> {
            boolean known = reference.hasValues() && current.hasValues();
            return known
                    ? onValues.measure(defined, Samples.of(reference, current))
                    : needsValues(defined, reference, current);
        });
    }

    /** Says that a profile is too little. */
    static Outcome needsValues(MeasureDefinition definition, ColumnData reference, ColumnData current) {
        return new NotComputable(
                definition, "needs every value, and a profile does not keep them: compare the data files instead");
    }

    /** Says that the variance of a side overflows. */
    static Outcome tooLarge(MeasureDefinition definition) {
        return new NotComputable(definition, "the values are too large for their spread to be told");
    }

    @Override
    public MeasureDefinition definition() {
        return definition;
    }

    @Override
    public Outcome measure(ColumnData reference, ColumnData current) {
        if (!reference.type().isNumeric() || !current.type().isNumeric()) {
            return new NotComputable(
                    definition, "made for numeric columns, and this one is " + label(reference, current));
        }
        long referenceCount = reference.tally().values();
        long currentCount = current.tally().values();
        if (Math.min(referenceCount, currentCount) < fewest) {
            return new NotComputable(
                    definition,
                    "needs at least " + fewest + (fewest == 1 ? " value" : " values")
                            + " on each side; the reference has " + referenceCount + " and the current data "
                            + currentCount);
        }
        return finite(known(reference, current));
    }

    private static String label(ColumnData reference, ColumnData current) {
        return (reference.type().isNumeric() ? current : reference).type().label();
    }

    private Outcome known(ColumnData reference, ColumnData current) {
        try {
            return onColumns.measure(definition, reference, current);
        } catch (NotKnownException unknown) {
            return new NotComputable(definition, String.valueOf(unknown.getMessage()));
        }
    }

    private Outcome finite(Outcome outcome) {
        if (!(outcome instanceof Score score)) {
            return outcome;
        }
        boolean p = !definition.threshold().isOnP() || !Double.isNaN(score.p());
        return p && Double.isFinite(score.value())
                ? score
                : new NotComputable(definition, "the values are too large or too close together for double precision");
    }
}
