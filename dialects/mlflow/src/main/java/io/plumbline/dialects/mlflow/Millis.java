package io.plumbline.dialects.mlflow;

import io.plumbline.domain.PlumblineException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as this dialect writes them: milliseconds since 1970-01-01T00:00:00Z. */
final class Millis {
    private static final long MICROS = 1000;
    private static final long MOST = Long.MAX_VALUE / MICROS;

    private Millis() {}

    static long of(Instant time) {
        return time.toEpochMilli();
    }

    static Optional<Instant> read(String what, @Nullable Long millis) {
        return Optional.ofNullable(millis).map(given -> Instant.ofEpochMilli(checked(what, given)));
    }

    /**
     * The time in microseconds.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it is beyond what can be kept
     */
    static long micros(String what, long millis) {
        return checked(what, millis) * MICROS;
    }

    static long ofMicros(long micros) {
        return Math.floorDiv(micros, MICROS);
    }

    private static long checked(String what, long millis) {
        if (millis > MOST || millis < -MOST) {
            throw PlumblineException.invalid(what, what + " is no time in milliseconds that can be kept");
        }
        return millis;
    }
}
