package io.plumbline.domain.monitor;

import io.plumbline.domain.PlumblineException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * When checks of a monitor are due.
 *
 * @param recurrence how often
 * @param start the first time; without one it is when the monitor was made
 * @param status whether it is in force
 */
public record Schedule(Recurrence recurrence, Optional<Start> start, Status status) {
    /** Every so often, from when the monitor was made. */
    public static Schedule every(int interval, ChronoUnit unit) {
        return new Schedule(new Every(interval, unit), Optional.empty(), Status.ENABLED);
    }

    /** Whether a schedule is in force. */
    public enum Status {
        ENABLED,
        DISABLED
    }

    /** How often. */
    public sealed interface Recurrence {}

    /**
     * Every so many units, counted from the first time; days and longer are those of UTC, so that no change of clocks shifts them.
     *
     * @param interval how many units, at least one
     * @param unit minutes, hours, days, weeks, months or years
     */
    public record Every(int interval, ChronoUnit unit) implements Recurrence {
        private static final Set<ChronoUnit> UNITS = EnumSet.of(
                ChronoUnit.MINUTES,
                ChronoUnit.HOURS,
                ChronoUnit.DAYS,
                ChronoUnit.WEEKS,
                ChronoUnit.MONTHS,
                ChronoUnit.YEARS);

        /** Checks both. */
        public Every {
            if (interval < 1) {
                throw PlumblineException.invalid(
                        "schedule", "a schedule repeats after at least 1 unit, not " + interval);
            }
            if (!UNITS.contains(unit)) {
                throw PlumblineException.invalid(
                        "schedule", "a schedule repeats after minutes up to years, not " + unit);
            }
        }
    }

    /**
     * By a cron expression of five fields, minutes first.
     *
     * @param expression as {@link CronCalendar} reads it
     * @param zone whose clock it goes by
     */
    public record Cron(String expression, ZoneId zone) implements Recurrence {}

    /** The first time. */
    public sealed interface Start {}

    /** At a moment. */
    public record At(Instant moment) implements Start {}

    /** So long after the monitor was made. */
    public record After(int delay, ChronoUnit unit) implements Start {
        /** Checks both. */
        public After {
            if (delay < 0 || unit.compareTo(ChronoUnit.SECONDS) < 0) {
                throw PlumblineException.invalid(
                        "schedule", "the delay of a schedule is at least 0, in seconds or longer");
            }
        }
    }

    /**
     * The first time that is due after a moment.
     *
     * @param made when the monitor was made
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where a cron expression makes no sense
     */
    public Instant next(Instant made, Instant after, CronCalendar calendar) {
        Instant first = first(made);
        return switch (recurrence) {
            case Every every -> next(every, first, after);
            case Cron cron -> calendar.next(cron, first.isAfter(after) ? first.minusNanos(1) : after);
        };
    }

    private Instant first(Instant made) {
        return start.map(given -> switch (given) {
                    case At at -> at.moment();
                    case After delay ->
                        made.atOffset(ZoneOffset.UTC)
                                .plus(delay.delay(), delay.unit())
                                .toInstant();
                })
                .orElse(made);
    }

    private static Instant next(Every every, Instant first, Instant after) {
        if (first.isAfter(after)) {
            return first;
        }
        var begin = first.atOffset(ZoneOffset.UTC);
        long passed = every.unit().between(begin, after.atOffset(ZoneOffset.UTC)) / every.interval();
        Instant next = begin.plus(passed * every.interval(), every.unit()).toInstant();
        // Months differ in length, so that one step too few may have been counted.
        while (!next.isAfter(after)) {
            passed++;
            next = begin.plus(passed * every.interval(), every.unit()).toInstant();
        }
        return next;
    }
}
