package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.nativeapi.wire.Schedule;
import io.plumbline.domain.monitor.Schedule.Cron;
import io.plumbline.domain.monitor.Schedule.Every;
import io.plumbline.domain.monitor.Schedule.Status;
import java.util.Locale;

/** Schedules as they go over the wire. */
final class Schedules {
    private Schedules() {}

    static Schedule wire(io.plumbline.domain.monitor.Schedule schedule) {
        Schedule.Builder wire = Schedule.builder().enabled(schedule.status() == Status.ENABLED);
        return switch (schedule.recurrence()) {
            case Every every ->
                wire.interval(every.interval())
                        .unit(every.unit().name().toLowerCase(Locale.ROOT))
                        .build();
            case Cron cron ->
                wire.cron(cron.expression()).timeZone(cron.zone().getId()).build();
        };
    }
}
