package io.plumbline.measures.quality;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.Tally;
import java.util.List;

/**
 * The condition of one column of one data set.
 *
 * @param tally every row, by kind
 * @param distinct how many different values
 * @param moments smallest, largest, mean and spread; {@link Moments#NONE} for categories
 * @param quantiles at 5, 25, 50, 75 and 95 %; empty for categories and for columns without values
 * @param mostFrequent the most frequent value's share of all values; NaN where it is not known
 * @param constancy whether it says anything at all
 */
public record ColumnQuality(
        Tally tally,
        ColumnData.DistinctCount distinct,
        Moments moments,
        List<Double> quantiles,
        double mostFrequent,
        Constancy constancy) {

    /** Whether a column varies. */
    public enum Constancy {
        /** There are no values. */
        EMPTY,
        /** There is one value. */
        CONSTANT,
        /** One value has at least 95 % of the rows with a value. */
        ALMOST_CONSTANT,
        /** None of these, or not known. */
        VARYING
    }
}
