package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;

/**
 * How much may come in one batch.
 *
 * @param bytes of the body, unpacked
 * @param rows of records
 * @param cells rows times columns, which is what memory is taken for
 */
public record Limits(long bytes, int rows, long cells) {
    /** 64 MiB, a million rows, 40 million cells. */
    public static final Limits DEFAULT = new Limits(64L << 20, 1_000_000, 40_000_000);

    /**
     * Fails where a batch of this size is too large.
     *
     * @throws PlumblineException of {@link Failure.TooLarge}
     */
    void check(int rowCount, int columnCount) {
        if (rowCount > rows) {
            throw tooLarge(rows + " rows");
        }
        if ((long) rowCount * columnCount > cells) {
            throw tooLarge(cells + " cells, rows times columns");
        }
    }

    /** That a batch has more than this. */
    static PlumblineException tooLarge(String most) {
        return new PlumblineException(
                new Failure.TooLarge("more records than can be taken at once; send them in parts of at most " + most));
    }
}
