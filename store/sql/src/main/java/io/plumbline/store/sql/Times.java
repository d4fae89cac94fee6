package io.plumbline.store.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as they are stored: microseconds since 1970-01-01T00:00:00Z. */
final class Times {
    private Times() {}

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static @Nullable Long micros(Optional<Instant> time) {
        return time.map(Times::micros).orElse(null);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static Optional<Instant> optional(@Nullable Long micros) {
        return Optional.ofNullable(micros).map(Times::instant);
    }
}
