package io.plumbline.store.sql;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jooq.Field;

/**
 * The calendar of UTC in whole numbers, so that every database takes it: for stored times from 1970 on. The month of a day follows Hinnant,
 * chrono-Compatible Low-Level Date Algorithms (2013), which counts years from March on.
 */
final class CalendarSql {
    private static final long DAY = 86_400_000_000L;
    /** Days from 0000-03-01 to 1970-01-01. */
    private static final long EPOCH = 719_468;
    /** 1970-01-01 was a Thursday. */
    private static final long FROM_MONDAY = 3;

    private static final long MONTHS = 12;

    private CalendarSql() {}

    /** The number of the interval that a time lies in, counted from the one of a begin. */
    static Field<Long> interval(Field<Long> micros, ChronoUnit interval, OffsetDateTime begin) {
        return number(micros, interval).minus(number(begin, interval));
    }

    private static Field<Long> number(Field<Long> micros, ChronoUnit interval) {
        return switch (interval) {
            case WEEKS -> micros.div(DAY).plus(FROM_MONDAY).div(7L);
            case MONTHS -> month(micros.div(DAY));
            case YEARS -> month(micros.div(DAY)).div(MONTHS);
            default -> micros.div(interval.getDuration().toNanos() / 1_000);
        };
    }

    private static long number(OffsetDateTime begin, ChronoUnit interval) {
        long micros = Times.micros(begin.toInstant());
        return switch (interval) {
            case WEEKS -> (micros / DAY + FROM_MONDAY) / 7;
            case MONTHS -> begin.getYear() * MONTHS + begin.getMonthValue() - 1;
            case YEARS -> begin.getYear();
            default -> micros / (interval.getDuration().toNanos() / 1_000);
        };
    }

    /** Months since the year 0, of a number of days since 1970. */
    private static Field<Long> month(Field<Long> days) {
        Field<Long> day = days.plus(EPOCH);
        Field<Long> era = day.div(146_097L);
        Field<Long> dayOfEra = day.minus(era.mul(146_097L));
        Field<Long> yearOfEra = dayOfEra.minus(dayOfEra.div(1_460L))
                .plus(dayOfEra.div(36_524L))
                .minus(dayOfEra.div(146_096L))
                .div(365L);
        Field<Long> dayOfYear =
                dayOfEra.minus(yearOfEra.mul(365L).plus(yearOfEra.div(4L)).minus(yearOfEra.div(100L)));
        Field<Long> fromMarch = dayOfYear.mul(5L).plus(2L).div(153L);
        // March of year y is month 12·y + 2.
        return era.mul(400L).plus(yearOfEra).mul(MONTHS).plus(fromMarch).plus(2L);
    }
}
