package io.plumbline.server.report;

import io.plumbline.measures.drift.Threshold;

/** Limits in signs that people read. */
final class ThresholdText {
    private ThresholdText() {}

    /** Such as {@code value ≥ 0.1} or {@code p ≤ 0.05 and effect ≥ 0.1}. */
    static String of(Threshold threshold) {
        String limit = Figures.rounded(threshold.limit());
        String text = switch (threshold.on()) {
            case VALUE_AT_LEAST -> "value ≥ " + limit;
            case VALUE_ABOVE -> "value > " + limit;
            case VALUE_BELOW -> "value < " + limit;
            case P_AT_MOST -> "p ≤ " + limit;
            case P_BELOW -> "p < " + limit;
            case NEVER -> "no limit";
        };
        return threshold.effectLimit() == 0 ? text : text + " and effect ≥ " + Figures.rounded(threshold.effectLimit());
    }
}
