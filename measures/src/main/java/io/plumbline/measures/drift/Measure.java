package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnData;

/**
 * Tells how far a column has moved from a reference. Stateless, safe for use by several threads, and a function of its two columns
 * alone: measures that draw at random do so from a fixed seed that stands in their parameters.
 */
public interface Measure {

    /** What this measure is. */
    MeasureDefinition definition();

    /**
     * Compares two columns of the same kind.
     *
     * @return a score, or why there is none: too few values, a type that the measure is not made for, values that are not known
     */
    Outcome measure(ColumnData reference, ColumnData current);
}
