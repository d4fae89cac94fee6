package io.plumbline.measures.summary;

/**
 * Bins of equal width over the usual range of scores, each without its lower and with its upper edge but the first, which has both.
 *
 * @param least the lower end, usually 0
 * @param greatest the upper end, usually 1
 * @param bins how many
 */
public record ScoreGrid(double least, double greatest, int bins) {
    /** 4,000 bins of probabilities, which divide into 10, 20, 50 and 100 equal parts. */
    public static final ScoreGrid PROBABILITIES = new ScoreGrid(0, 1, 4000);

    /** Checks the bounds. */
    public ScoreGrid {
        if (!(least < greatest) || !Double.isFinite(greatest - least) || bins < 1) {
            throw new IllegalArgumentException(
                    "scores from " + least + " to " + greatest + " cannot be counted over " + bins + " bins");
        }
    }

    /** The bin of a score: 0 below the range, 1 to {@link #bins()} within it, one more above. */
    int binOf(double score) {
        if (score < least) {
            return 0;
        }
        if (score > greatest) {
            return bins + 1;
        }
        int bin = (int) Math.ceil((score - least) / (greatest - least) * bins);
        bin = Math.max(1, Math.min(bins, bin));
        // the division may have rounded across an edge
        if (bin > 1 && score <= edge(bin - 1)) {
            return bin - 1;
        }
        return bin < bins && score > edge(bin) ? bin + 1 : bin;
    }

    /** The upper edge of a bin; infinite for the one above the range. */
    double edge(int bin) {
        return bin > bins ? Double.POSITIVE_INFINITY : least + bin * (greatest - least) / bins;
    }

    /** The lower edge of a bin; infinite for the one below the range. */
    double lowerEdge(int bin) {
        return bin == 0 ? Double.NEGATIVE_INFINITY : edge(bin - 1);
    }

    /** Whether the bins divide into so many equal parts of the range. */
    public boolean dividesInto(int parts) {
        return bins % parts == 0;
    }
}
