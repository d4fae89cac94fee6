package io.plumbline.measures.quality;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.NotKnownException;
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

    /** How large a share of the values one of them has in a column that is almost constant. */
    public static final double ALMOST_CONSTANT_SHARE = 0.95;

    private static final List<Double> RANKS = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    /** Keeps an unmodifiable copy. */
    public ColumnQuality {
        quantiles = List.copyOf(quantiles);
    }

    /** Looks at a column. What a profile does not know is left out: quantiles are empty, the most frequent value's share is NaN. */
    public static ColumnQuality of(ColumnData column) {
        double mostFrequent = MostFrequent.share(column);
        return new ColumnQuality(
                column.tally(),
                column.distinct(),
                column.type().isNumeric() ? column.moments() : Moments.NONE,
                quantiles(column),
                mostFrequent,
                constancy(column, mostFrequent));
    }

    private static List<Double> quantiles(ColumnData column) {
        if (!column.type().isNumeric() || column.tally().values() == 0) {
            return List.of();
        }
        try {
            return RANKS.stream().map(column::quantile).toList();
        } catch (NotKnownException unknown) {
            return List.of();
        }
    }

    private static Constancy constancy(ColumnData column, double mostFrequent) {
        if (column.tally().values() == 0) {
            return Constancy.EMPTY;
        }
        if (mostFrequent == 1) {
            return Constancy.CONSTANT;
        }
        return mostFrequent >= ALMOST_CONSTANT_SHARE ? Constancy.ALMOST_CONSTANT : Constancy.VARYING;
    }
}
