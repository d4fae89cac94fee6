package io.plumbline.measures.drift;

/**
 * When a score counts as drift.
 *
 * @param on which number is held against the limit
 * @param limit the limit
 * @param effectLimit for a limit on the p-value, how large the effect must be besides, so that a large sample alone is not drift; 0
 *     where the p-value decides alone
 */
public record Threshold(On on, double limit, double effectLimit) {

    /** Which number is held against the limit, and how. */
    public enum On {
        /** Drift when the value is greater than or equal to the limit. */
        VALUE_AT_LEAST,
        /** Drift when the value is greater than the limit. */
        VALUE_ABOVE,
        /** Drift when the value is less than the limit. */
        VALUE_BELOW,
        /** Drift when the p-value is less than or equal to the limit. */
        P_AT_MOST,
        /** Drift when the p-value is less than the limit. */
        P_BELOW,
        /** The reference states no limit: never drift. */
        NEVER
    }

    /** No limit is stated. */
    public static final Threshold NONE = new Threshold(On.NEVER, Double.NaN, 0);

    /** Drift from this value on. */
    public static Threshold valueAtLeast(double limit) {
        return new Threshold(On.VALUE_AT_LEAST, limit, 0);
    }

    /** Drift above this value. */
    public static Threshold valueAbove(double limit) {
        return new Threshold(On.VALUE_ABOVE, limit, 0);
    }

    /** Drift below this value. */
    public static Threshold valueBelow(double limit) {
        return new Threshold(On.VALUE_BELOW, limit, 0);
    }

    /** Drift up to this p-value. */
    public static Threshold pAtMost(double limit) {
        return new Threshold(On.P_AT_MOST, limit, 0);
    }

    /** Drift below this p-value. */
    public static Threshold pBelow(double limit) {
        return new Threshold(On.P_BELOW, limit, 0);
    }

    /** Drift up to this p-value, but only where the effect is at least so large. */
    public static Threshold pAtMostWithEffect(double limit, double effectLimit) {
        return new Threshold(On.P_AT_MOST, limit, effectLimit);
    }

    /** Whether the p-value is held against the limit, so that a correction for multiple tests matters. */
    public boolean isOnP() {
        return on == On.P_AT_MOST || on == On.P_BELOW;
    }

    /** Whether there is a limit at all. */
    public boolean hasLimit() {
        return on != On.NEVER;
    }

    /**
     * Whether this is drift. A number that is NaN never is.
     *
     * @param value the score's value
     * @param p the p-value, adjusted or not; NaN where there is none
     * @param effect the effect size; NaN where there is none, which counts as large enough
     */
    public boolean isDrift(double value, double p, double effect) {
        boolean crossed = switch (on) {
            case VALUE_AT_LEAST -> value >= limit;
            case VALUE_ABOVE -> value > limit;
            case VALUE_BELOW -> value < limit;
            case P_AT_MOST -> p <= limit;
            case P_BELOW -> p < limit;
            case NEVER -> false;
        };
        return crossed && (effectLimit == 0 || Double.isNaN(effect) || effect >= effectLimit);
    }

    @Override
    public String toString() {
        String text = switch (on) {
            case VALUE_AT_LEAST -> "value >= " + limit;
            case VALUE_ABOVE -> "value > " + limit;
            case VALUE_BELOW -> "value < " + limit;
            case P_AT_MOST -> "p <= " + limit;
            case P_BELOW -> "p < " + limit;
            case NEVER -> "none";
        };
        return effectLimit == 0 ? text : text + " and effect >= " + effectLimit;
    }
}
