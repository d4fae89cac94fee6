package io.plumbline.measures.column;

/**
 * Counts over edges.
 *
 * @param edges the edges counted over
 * @param counts one count per bin, so {@code edges.bins()} of them
 * @param below values below the first edge
 * @param above values above the last edge
 * @param errorShare how far any cumulated count may be off, as a share of the total; 0 for exact counts
 */
public record EdgeCounts(Edges edges, double[] counts, double below, double above, double errorShare) {

    /** All values, inside the edges and outside. */
    public double total() {
        double total = below + above;
        for (double count : counts) {
            total += count;
        }
        return total;
    }

    /** Whether these are counts rather than estimates. */
    public boolean isExact() {
        return errorShare == 0;
    }
}
