package io.plumbline.store.sql;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.monitor.CronCalendar;
import io.plumbline.domain.monitor.Schedule.Cron;
import java.time.Instant;

/** Cron expressions of five fields, as the scheduler library reads them. */
public final class LibraryCronCalendar implements CronCalendar {
    @Override
    public Instant next(Cron cron, Instant after) {
        try {
            return schedule(cron).getNextExecutionTime(ExecutionComplete.simulatedSuccess(after));
        } catch (RuntimeException e) {
            throw invalid(cron);
        }
    }

    /** An expression that never comes, such as a thirtieth of February, is found out by asking for its first time. */
    @Override
    public void check(Cron cron) {
        Instant first = next(cron, Instant.EPOCH);
        if (first.isBefore(Instant.EPOCH)) {
            throw invalid(cron);
        }
    }

    private static CronSchedule schedule(Cron cron) {
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
