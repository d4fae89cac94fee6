package io.plumbline.domain.monitor;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.monitor.Schedule.Cron;
import java.time.Instant;

/** Reads cron expressions of five fields. */
public interface CronCalendar {
    /**
     * The first time after a moment. A time that a change of clocks leaves out comes right after it; one that it brings twice comes once.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the expression makes no sense, or never comes
     */
    Instant next(Cron cron, Instant after);

    /**
     * Fails where an expression cannot be read.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that says what is wrong
     */
    void check(Cron cron);
}
