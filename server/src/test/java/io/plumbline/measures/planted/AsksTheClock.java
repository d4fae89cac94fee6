package io.plumbline.measures.planted;

/** Breaks a rule: an answer that differs from one call to the next. */
public final class AsksTheClock {
    private AsksTheClock() {}

    /** The time of day, which is no business of a measure. */
    public static long now() {
        return System.currentTimeMillis();
    }
}
