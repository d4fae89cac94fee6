package io.plumbline.server.output;

import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.drift.Threshold;
import java.util.Comparator;

/** Which column a user should look at first. */
public final class Severity {
    private Severity() {}

    /** Drifted columns first, and among them those furthest beyond their threshold. */
    public static Comparator<ColumnReport> worstFirst() {
        return Comparator.comparing(ColumnReport::drifted)
                .thenComparingDouble(Severity::of)
                .reversed();
    }

    /** How far a column is beyond its threshold: 1 at the threshold, 0 for no drift at all and where nothing could be computed. */
    public static double of(ColumnReport column) {
        return Deciding.of(column).map(Severity::of).orElse(0.0);
    }

    private static double of(Deciding deciding) {
        Threshold threshold = deciding.score().definition().threshold();
        double times = switch (threshold.on()) {
            case VALUE_AT_LEAST, VALUE_ABOVE -> Math.abs(deciding.score().value()) / threshold.limit();
            case VALUE_BELOW -> threshold.limit() / deciding.score().value();
            case P_AT_MOST, P_BELOW -> Math.log(deciding.p()) / Math.log(threshold.limit());
            case NEVER -> 0;
        };
        return Double.isNaN(times) ? 0 : times;
    }
}
