package io.plumbline.measures.drift;

import java.util.Set;

/**
 * What a measure is, so that its scores can be compared with others of the same definition and with no others.
 *
 * @param id the name and version, such as {@code psi@1} or {@code psi@evidently-0.7}
 * @param title the name as the field writes it, such as "Population stability index"
 * @param formula the formula in one line, with r and c for the reference's and the current proportions
 * @param range which values it can take
 * @param direction whether larger values mean more drift
 * @param threshold when a column counts as drifted
 * @param kinds the kinds of columns it is made for
 * @param input the least it must know of a column
 * @param source where the formula or the behaviour to be matched is written down
 * @param deviations for a parity mode, the known bugs of the reference that it reproduces; otherwise empty
 */
public record MeasureDefinition(
        MeasureId id,
        String title,
        String formula,
        Range range,
        Direction direction,
        Threshold threshold,
        Set<ColumnKind> kinds,
        Input input,
        String source,
        String deviations) {

    /** A definition without known deviations. */
    public MeasureDefinition(
            MeasureId id,
            String title,
            String formula,
            Range range,
            Direction direction,
            Threshold threshold,
            Set<ColumnKind> kinds,
            Input input,
            String source) {
        this(id, title, formula, range, direction, threshold, kinds, input, source, "");
    }

    /** Kinds of columns. */
    public enum ColumnKind {
        /** Values with an order and distances. */
        NUMERIC,
        /** Values that are only equal or not. */
        CATEGORICAL
    }

    /** The least a measure must know of a column. */
    public enum Input {
        /** Counts over bins or categories. */
        COUNTS,
        /** Count, mean and variance. */
        MOMENTS,
        /** Every value; from a profile at best an approximation with an interval. */
        VALUES
    }

    /** What a larger value means. */
    public enum Direction {
        /** Larger is further apart. */
        UP,
        /** Smaller is further apart, as with an overlap. */
        DOWN,
        /** Away from zero, either way, is further apart. */
        AWAY_FROM_ZERO,
        /** Away from half of its largest possible value, either way, is further apart, as with a count of pairs. */
        AWAY_FROM_HALF
    }

    /**
     * The values a measure can take, both ends included; infinite where there is no bound.
     *
     * @param least the smallest possible value
     * @param greatest the largest possible value
     */
    public record Range(double least, double greatest) {
        /** From 0 to 1. */
        public static final Range UNIT = new Range(0, 1);

        /** From 0 without a bound. */
        public static final Range NON_NEGATIVE = new Range(0, Double.POSITIVE_INFINITY);

        /** Every number. */
        public static final Range REAL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
