package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.wire.Schedule;
import io.plumbline.dialects.openscale.wire.ScheduleStart;
import io.plumbline.dialects.openscale.wire.ScheduleStartType;
import io.plumbline.dialects.openscale.wire.ScheduleStatus;
import io.plumbline.dialects.openscale.wire.ScheduleUnit;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.monitor.Schedule.After;
import io.plumbline.domain.monitor.Schedule.At;
import io.plumbline.domain.monitor.Schedule.Cron;
import io.plumbline.domain.monitor.Schedule.Every;
import io.plumbline.domain.monitor.Schedule.Start;
import io.plumbline.domain.monitor.Schedule.Status;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Schedules as they go over the wire, and as the core has them. */
final class Schedules {
    private Schedules() {}

    /**
     * The schedule that a request describes.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the field
     */
    static Optional<io.plumbline.domain.monitor.Schedule> core(@Nullable Schedule schedule) {
        if (schedule == null) {
            return Optional.empty();
        }
        if (schedule.repeatInterval() < 1) {
            throw PlumblineException.invalid(
                    "schedule.repeat_interval", "the field schedule.repeat_interval must be at least 1");
        }
        return Optional.of(new io.plumbline.domain.monitor.Schedule(
                new Every(schedule.repeatInterval(), unit(schedule.repeatUnit())),
                Optional.ofNullable(schedule.startTime()).map(Schedules::start),
                schedule.status() == ScheduleStatus.DISABLED ? Status.DISABLED : Status.ENABLED));
    }

    private static Start start(ScheduleStart start) {
        if (start.type() == ScheduleStartType.RELATIVE) {
            int delay = start.delay() == null ? 0 : start.delay();
            return new After(delay, start.delayUnit() == null ? ChronoUnit.MINUTES : unit(start.delayUnit()));
        }
        if (start.timestamp() == null) {
            throw PlumblineException.invalid(
                    "schedule.start_time.timestamp", "the field schedule.start_time.timestamp is missing");
        }
        return new At(start.timestamp());
    }

    private static ChronoUnit unit(ScheduleUnit unit) {
        return switch (unit) {
            case MINUTE -> ChronoUnit.MINUTES;
            case HOUR -> ChronoUnit.HOURS;
            case DAY -> ChronoUnit.DAYS;
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
            case YEAR -> ChronoUnit.YEARS;
        };
    }

    /** The schedule as it goes over the wire; one by cron expression, which this dialect has no words for, is left out. */
    static @Nullable Schedule wire(
            Optional<io.plumbline.domain.monitor.Schedule> schedule, @Nullable ScheduleUnit repeatType) {
        return schedule.map(kept -> switch (kept.recurrence()) {
                    case Cron _ -> null;
                    case Every every -> wire(kept, every, repeatType);
                })
                .orElse(null);
    }

    private static Schedule wire(
            io.plumbline.domain.monitor.Schedule schedule, Every every, @Nullable ScheduleUnit repeatType) {
        return Schedule.builder()
                .repeatInterval(every.interval())
                .repeatUnit(unit(every.unit()))
                .repeatType(repeatType)
                .startTime(schedule.start().map(Schedules::wire).orElse(null))
                .status(schedule.status() == Status.DISABLED ? ScheduleStatus.DISABLED : null)
                .build();
    }

    private static ScheduleStart wire(Start start) {
        return switch (start) {
            case At at ->
                ScheduleStart.builder()
                        .type(ScheduleStartType.ABSOLUTE)
                        .timestamp(at.moment())
                        .build();
            case After after ->
                ScheduleStart.builder()
                        .type(ScheduleStartType.RELATIVE)
                        .delay(after.delay())
                        .delayUnit(unit(after.unit()))
                        .build();
        };
    }

    private static ScheduleUnit unit(ChronoUnit unit) {
        return switch (unit) {
            case HOURS -> ScheduleUnit.HOUR;
            case DAYS -> ScheduleUnit.DAY;
            case WEEKS -> ScheduleUnit.WEEK;
            case MONTHS -> ScheduleUnit.MONTH;
            case YEARS -> ScheduleUnit.YEAR;
            default -> ScheduleUnit.MINUTE;
        };
    }
}
