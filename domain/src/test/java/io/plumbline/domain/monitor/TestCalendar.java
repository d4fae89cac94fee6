package io.plumbline.domain.monitor;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.monitor.Schedule.Cron;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Knows {@code hourly} and nothing else. */
public final class TestCalendar implements CronCalendar {
    @Override
    public Instant next(Cron cron, Instant after) {
        check(cron);
        return after.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }

    @Override
    public void check(Cron cron) {
        if (!cron.expression().equals("hourly")) {
            throw PlumblineException.invalid("schedule", "no expression");
        }
    }
}
