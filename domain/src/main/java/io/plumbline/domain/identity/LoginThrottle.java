package io.plumbline.domain.identity;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses passwords: after five wrong ones in a row a name has to wait, one second at first and twice as long each time, up to
 * five minutes. It is kept in memory, for the names tried last.
 */
final class LoginThrottle {
    private static final int FREE_ATTEMPTS = 5;
    private static final long LONGEST_WAIT_SECONDS = 300;
    private static final int NAMES = 10_000;

    private final InstantSource clock;
    private final Map<String, Attempts> attempts = new LinkedHashMap<>();

    private record Attempts(int failed, Instant last) {
        Instant next() {
            int waits = failed - FREE_ATTEMPTS;
            long seconds = waits < 0 ? 0 : Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(waits, 30));
            return last.plusSeconds(seconds);
        }
    }

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Counts an attempt as failed before it is looked at, so that many at once are counted too.
     *
     * @throws PlumblineException of {@link Failure.Unauthenticated} where the name has to wait
     */
    synchronized void begin(String name) {
        Instant now = clock.instant();
        Attempts before = attempts.remove(name);
        int failed = before == null ? 0 : before.failed();
        if (before != null && before.next().isAfter(now)) {
            attempts.put(name, before);
            throw new PlumblineException(new Failure.Unauthenticated("too many failed logins; try again in "
                    + Math.max(1, Duration.between(now, before.next()).toSeconds()) + " s"));
        }
        attempts.put(name, new Attempts(failed + 1, now));
        forgetTheOldest();
    }

    synchronized void succeeded(String name) {
        attempts.remove(name);
    }

    private void forgetTheOldest() {
        if (attempts.size() > NAMES) {
            attempts.remove(attempts.keySet().iterator().next());
        }
    }
}
