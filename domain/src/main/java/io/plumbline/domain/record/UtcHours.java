package io.plumbline.domain.record;

import java.time.Instant;

/** Hours of UTC, counted from 1970-01-01T00:00Z. */
public final class UtcHours {
    private static final long SECONDS = 3600;
    private static final long MICROS = SECONDS * 1_000_000;

    private UtcHours() {}

    /** The hour in which a moment lies, given in microseconds since 1970-01-01T00:00:00Z. */
    public static long of(long micros) {
        return Math.floorDiv(micros, MICROS);
    }

    /** The hour in which a moment lies. */
    public static long of(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }

    /** The first hour that does not begin before a moment. */
    public static long from(Instant moment) {
        long hour = of(moment);
        return start(hour).equals(moment) ? hour : hour + 1;
    }

    /** When an hour begins. */
    public static Instant start(long hour) {
        return Instant.ofEpochSecond(hour * SECONDS);
    }
}
