package io.plumbline.measures.comparison;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Numbers and instants as people read them. */
final class NumberLabels {
    private static final double PLAIN_BELOW = 1e15;

    private final ColumnType type;

    NumberLabels(ColumnType type) {
        this.type = type;
    }

    /** A value in full: whole numbers without a point, instants by ISO 8601 in UTC. */
    String value(double value) {
        return type == ColumnType.TIMESTAMP ? instant(value).toString() : text(BigDecimal.valueOf(value));
    }

    /**
     * A label for each bin, with as many digits as tell its edges apart.
     *
     * @param openBelow whether the first bin also holds what lies below it
     * @param openAbove whether the last bin also holds what lies above it
     */
    List<String> bins(Edges edges, boolean openBelow, boolean openAbove) {
        double width = (edges.last() - edges.first()) / edges.bins();
        List<String> labels = new ArrayList<>();
        for (int bin = 0; bin < edges.bins(); bin++) {
            labels.add(edge(edges.edge(bin), width) + " to " + edge(edges.edge(bin + 1), width));
        }
        int last = edges.bins() - 1;
        if (openBelow) {
            labels.set(0, "below " + edge(edges.edge(1), width));
        }
        if (openAbove) {
            labels.set(last, "from " + edge(edges.edge(last), width));
        }
        return labels;
    }

    private String edge(double edge, double width) {
        return type == ColumnType.TIMESTAMP ? instantEdge(edge, width) : text(rounded(edge, width));
    }

    private static String instantEdge(double edge, double width) {
        Instant instant = instant(edge);
        return (width < 1e6 ? instant : instant.truncatedTo(ChronoUnit.SECONDS)).toString();
    }

    private static BigDecimal rounded(double edge, double width) {
        int scale = 1 - (int) Math.floor(Math.log10(width));
        return BigDecimal.valueOf(edge).setScale(scale, RoundingMode.HALF_EVEN);
    }

    private static String text(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.abs().doubleValue() < PLAIN_BELOW && shortest.scale() <= 15
                ? shortest.toPlainString()
                : shortest.toString();
    }

    private static Instant instant(double microseconds) {
        return Instant.EPOCH.plus(Math.round(microseconds), ChronoUnit.MICROS);
    }
}
