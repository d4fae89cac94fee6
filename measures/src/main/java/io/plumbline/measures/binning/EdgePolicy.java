package io.plumbline.measures.binning;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.Edges;

/** A rule that lays the edges of bins over two numeric columns. */
public interface EdgePolicy {

    /** The rule's name, with its numbers, as it stands in the parameters of a score. */
    String name();

    /**
     * The edges for these columns.
     *
     * @throws io.plumbline.measures.column.NotKnownException where the rule needs more than is known of a column
     * @throws BinningException where the values lie too close together or too far apart for so many bins
     */
    Edges edges(ColumnData reference, ColumnData current);
}
