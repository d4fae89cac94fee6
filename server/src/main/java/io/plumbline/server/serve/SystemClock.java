package io.plumbline.server.serve;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The machine's clock in whole microseconds, as times are kept: what is answered when something is made is what is read of it later. */
final class SystemClock {
    private SystemClock() {}

    static InstantSource inMicroseconds() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }
}
