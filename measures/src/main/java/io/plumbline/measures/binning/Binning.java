package io.plumbline.measures.binning;

import io.plumbline.measures.column.ColumnData;

/** A way to count two columns over the same bins. */
@FunctionalInterface
public interface Binning {

    /**
     * Counts both columns over the same bins.
     *
     * @throws io.plumbline.measures.column.NotKnownException where too little is known of a column
     * @throws BinningException where no bins can be laid
     */
    AlignedCounts align(ColumnData reference, ColumnData current);

    /** One way for numeric columns and another for categories, chosen by the reference. */
    static Binning byKind(Binning numeric, Binning categorical) {
        return (reference, current) -> (reference.type().isNumeric() ? numeric : categorical).align(reference, current);
    }
}
