package io.plumbline.store.sql;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.monitor.CronCalendar;
import io.plumbline.domain.monitor.Schedule.Cron;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Cron expressions of five fields, as the scheduler library reads them. */
public final class LibraryCronCalendar implements CronCalendar {
    private static final Pattern FIELDS = Pattern.compile("\\s+");
    private static final int FIELD_COUNT = 5;
    private static final Instant SOME_TIME = Instant.parse("2026-01-01T00:00:00Z");
    /** Of what never comes the library says that it comes in hundreds of years; a leap day comes after 8 years at most. */
    private static final Duration LONGEST = Duration.ofDays(20 * 366);

    @Override
    public Instant next(Cron cron, Instant after) {
        try {
            Instant next = schedule(cron).getNextExecutionTime(ExecutionComplete.simulatedSuccess(after));
            if (next.isAfter(after.plus(LONGEST))) {
                throw invalid(cron);
            }
            return next;
        } catch (PlumblineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw invalid(cron);
        }
    }

    /** An expression that never comes, such as a thirtieth of February, is found out by asking for its first time. */
    @Override
    public void check(Cron cron) {
        if (next(cron, SOME_TIME).isBefore(SOME_TIME)) {
            throw invalid(cron);
        }
    }

    /** Of what is empty, or a single dash, the library makes a schedule that never comes. */
    private static CronSchedule schedule(Cron cron) {
        if (FIELDS.split(cron.expression().strip()).length != FIELD_COUNT) {
            throw invalid(cron);
        }
        return new CronSchedule(cron.expression(), cron.zone(), CronStyle.UNIX);
    }

    /** The library's own message names its classes. */
    private static PlumblineException invalid(Cron cron) {
        return PlumblineException.invalid(
                "schedule",
                "\"" + cron.expression()
                        + "\" is no cron expression of minute, hour, day of month, month and day of week that ever comes");
    }
}
