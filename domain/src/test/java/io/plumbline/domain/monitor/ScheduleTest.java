package io.plumbline.domain.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.monitor.Schedule.After;
import io.plumbline.domain.monitor.Schedule.At;
import io.plumbline.domain.monitor.Schedule.Every;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant MADE = Instant.parse("2026-01-31T10:00:00Z");

    private static Instant next(Schedule schedule, Instant after) {
        return schedule.next(MADE, after, new TestCalendar());
    }

    @Test
    void theFirstTimeIsItsStart() {
        Instant moment = Instant.parse("2027-05-06T07:08:09Z");
        Every hourly = new Every(1, ChronoUnit.HOURS);
        assertThat(next(new Schedule(hourly, Optional.of(new At(moment)), Schedule.Status.ENABLED), MADE))
                .isEqualTo(moment);
        assertThat(next(
                        new Schedule(hourly, Optional.of(new After(10, ChronoUnit.MINUTES)), Schedule.Status.ENABLED),
                        MADE))
                .isEqualTo(MADE.plusSeconds(600));
        assertThat(next(Schedule.every(1, ChronoUnit.HOURS), MADE)).isEqualTo(MADE.plusSeconds(3600));
    }

    @Test
    void monthsAreThoseOfTheCalendar() {
        Schedule monthly = Schedule.every(1, ChronoUnit.MONTHS);
        Instant february = next(monthly, MADE);
        assertThat(february).isEqualTo(Instant.parse("2026-02-28T10:00:00Z"));
        assertThat(next(monthly, february)).isEqualTo(Instant.parse("2026-03-31T10:00:00Z"));
        assertThat(next(monthly, Instant.parse("2026-03-31T09:59:59Z")))
                .isEqualTo(Instant.parse("2026-03-31T10:00:00Z"));
    }

    @Test
    void theNextTimeIsTheFirstAfterAMoment() {
        Random random = new Random(3);
        for (ChronoUnit unit : List.of(
                ChronoUnit.MINUTES,
                ChronoUnit.HOURS,
                ChronoUnit.DAYS,
                ChronoUnit.WEEKS,
                ChronoUnit.MONTHS,
                ChronoUnit.YEARS)) {
            Schedule schedule = Schedule.every(1 + random.nextInt(5), unit);
            Instant last = MADE;
            for (int i = 0; i < 50; i++) {
                Instant next = next(schedule, last);
                assertThat(next).isAfter(last);
                assertThat(next(schedule, next.minusNanos(1))).isEqualTo(next);
                last = next;
            }
        }
    }

    @Test
    void whatNeverRepeatsIsRefused() {
        assertThatThrownBy(() -> new Every(0, ChronoUnit.DAYS)).isInstanceOf(PlumblineException.class);
        assertThatThrownBy(() -> new Every(1, ChronoUnit.CENTURIES)).isInstanceOf(PlumblineException.class);
        assertThatThrownBy(() -> new After(-1, ChronoUnit.DAYS)).isInstanceOf(PlumblineException.class);
    }
}
