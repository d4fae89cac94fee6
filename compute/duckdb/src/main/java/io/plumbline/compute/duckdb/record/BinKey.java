package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.record.GroupTable.Bin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Groups by bins of equal width. What is not finite lies in no bin and makes groups of its own.
 *
 * @param field of numbers
 * @param min the least finite number
 * @param max the greatest one
 * @param bins how many
 */
record BinKey(Field field, double min, double max, int bins) implements GroupKey {
    /** The numbers that stand for infinity and NaN, past every bin. */
    private static final double MINUS_INFINITY = 1L << 40;

    private static final double INFINITY = MINUS_INFINITY + 1;
    private static final double NOT_A_NUMBER = MINUS_INFINITY + 2;

    @Override
    public Optional<String> prepared(Bindings bindings) {
        if (isOne()) {
            return Optional.empty();
        }
        String halves = number() + " / 2 - " + bindings.bind(min) + " / 2";
        return Optional.of("least(" + bindings.bind(last()) + ", greatest(0, floor((" + halves + ") / "
                + bindings.bind(width()) + " * 2))) AS " + guess());
    }

    /** The number of the bin. Division may miss by one, so that what it gives is put right against the edges as they are told. */
    @Override
    public String sql(Bindings bindings) {
        return "CASE WHEN isfinite(" + number() + ") THEN " + (isOne() ? "0.0::DOUBLE" : bin(bindings)) + " WHEN "
                + number() + " IS NULL THEN NULL WHEN isnan(" + number() + ") THEN " + bindings.bind(NOT_A_NUMBER)
                + " WHEN " + number() + " < 0 THEN " + bindings.bind(MINUS_INFINITY) + " ELSE "
                + bindings.bind(INFINITY) + " END";
    }

    private String bin(Bindings bindings) {
        String lower = bindings.bind(min);
        String width = bindings.bind(width());
        String edge = lower + " + " + guess() + " * " + width;
        String nextEdge = lower + " + (" + guess() + " + 1) * " + width;
        return "CASE WHEN " + number() + " < " + edge + " THEN " + guess() + " - 1 WHEN " + number() + " >= " + nextEdge
                + " THEN least(" + bindings.bind(last()) + ", " + guess() + " + 1) ELSE " + guess() + " END";
    }

    private String number() {
        return "CAST(" + field.alias() + " AS DOUBLE)";
    }

    private String guess() {
        return "guess_" + field.alias();
    }

    private double last() {
        return bins - 1;
    }

    @Override
    public @Nullable Object read(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        if (row.wasNull()) {
            return null;
        }
        if (number >= MINUS_INFINITY) {
            return notFinite(number);
        }
        return isOne() ? new Bin(min, max) : bin((int) number);
    }

    /** Whether there is nothing to divide, or too little. */
    private boolean isOne() {
        return bins == 1 || width() == 0;
    }

    private static Double notFinite(double number) {
        if (number == MINUS_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        return number == INFINITY ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    private Bin bin(int number) {
        return new Bin(edge(number), number == bins - 1 ? max : edge(number + 1));
    }

    private double edge(int number) {
        return min + number * width();
    }

    /** By halves, so that the widest range there is does not become infinite. */
    private double width() {
        return (max / 2 - min / 2) / bins * 2;
    }
}
