package io.plumbline.measures.column;

/**
 * Every row of a column, counted once: {@code rows = values + missing + nan + infinities + violations}.
 *
 * @param values rows with a value that measures can use: finite numbers, texts, truth values
 * @param missing rows without a value
 * @param nan rows that are not-a-number
 * @param positiveInfinities rows that are +∞
 * @param negativeInfinities rows that are -∞
 * @param violations rows whose value could not be read as the column's type
 */
public record Tally(
        long values, long missing, long nan, long positiveInfinities, long negativeInfinities, long violations) {

    /** Nothing counted. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** All rows. */
    public long rows() {
        return values + missing + nan + positiveInfinities + negativeInfinities + violations;
    }

    /** Rows that are +∞ or -∞. */
    public long infinities() {
        return positiveInfinities + negativeInfinities;
    }

    /** The share of rows without a value or with NaN, between 0 and 1; 0 for no rows. */
    public double missingShare() {
        long rows = rows();
        return rows == 0 ? 0 : (double) (missing + nan) / rows;
    }

    /** Both tallies together. */
    public Tally plus(Tally other) {
        return new Tally(
                values + other.values,
                missing + other.missing,
                nan + other.nan,
                positiveInfinities + other.positiveInfinities,
                negativeInfinities + other.negativeInfinities,
                violations + other.violations);
    }
}
