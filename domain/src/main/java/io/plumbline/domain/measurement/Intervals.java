package io.plumbline.domain.measurement;

import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Intervals of a calendar. */
final class Intervals {
    private Intervals() {}

    /** When the interval of a moment begins. */
    static OffsetDateTime begin(OffsetDateTime moment, ChronoUnit interval) {
        OffsetDateTime day = moment.truncatedTo(ChronoUnit.DAYS);
        return switch (interval) {
            case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS -> day.withDayOfMonth(1);
            case YEARS -> day.withDayOfYear(1);
            default -> moment.truncatedTo(interval);
        };
    }
}
