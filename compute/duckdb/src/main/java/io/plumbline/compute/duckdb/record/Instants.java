package io.plumbline.compute.duckdb.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970-01-01T00:00:00Z. */
final class Instants {
    private static final long MICROS = 1_000_000;
    private static final long NANOS_OF_MICRO = 1_000;
    /** DuckDB takes the outermost numbers for infinity. */
    private static final long LATEST = Long.MAX_VALUE - 1;

    private Instants() {}

    static Instant of(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The first microsecond that is not before the instant; one that is too far away is as far as can be. */
    static long micros(Instant instant) {
        try {
            long seconds = Math.multiplyExact(instant.getEpochSecond(), MICROS);
            return clamped(Math.addExact(seconds, (instant.getNano() + NANOS_OF_MICRO - 1) / NANOS_OF_MICRO));
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? -LATEST : LATEST;
        }
    }

    /** The nearest time that files can hold. */
    static long clamped(long micros) {
        return Math.clamp(micros, -LATEST, LATEST);
    }

    /** Whether files can hold it. */
    static boolean isStorable(long micros) {
        return micros >= -LATEST && micros <= LATEST;
    }
}
