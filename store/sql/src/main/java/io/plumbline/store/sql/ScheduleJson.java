package io.plumbline.store.sql;

import io.plumbline.domain.monitor.Schedule;
import io.plumbline.domain.monitor.Schedule.After;
import io.plumbline.domain.monitor.Schedule.At;
import io.plumbline.domain.monitor.Schedule.Cron;
import io.plumbline.domain.monitor.Schedule.Every;
import io.plumbline.domain.monitor.Schedule.Recurrence;
import io.plumbline.domain.monitor.Schedule.Start;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Schedules as JSON text. */
final class ScheduleJson {
    private ScheduleJson() {}

    static String write(Schedule schedule) {
        ObjectNode node = FactsJson.JSON.createObjectNode();
        switch (schedule.recurrence()) {
            case Every every ->
                node.put("every", every.interval()).put("unit", every.unit().name());
            case Cron cron ->
                node.put("cron", cron.expression()).put("zone", cron.zone().getId());
        }
        schedule.start().ifPresent(start -> write(node.putObject("start"), start));
        return FactsJson.plain(node.put("status", schedule.status().name()));
    }

    private static void write(ObjectNode node, Start start) {
        switch (start) {
            case At at -> node.put("at", at.moment().toString());
            case After after ->
                node.put("after", after.delay()).put("unit", after.unit().name());
        }
    }

    static Schedule read(String json) {
        JsonNode node = FactsJson.JSON.readTree(json);
        return new Schedule(
                recurrence(node),
                Optional.ofNullable(node.get("start")).map(ScheduleJson::start),
                Schedule.Status.valueOf(node.required("status").stringValue()));
    }

    private static Recurrence recurrence(JsonNode node) {
        return node.has("cron")
                ? new Cron(
                        node.required("cron").stringValue(),
                        ZoneId.of(node.required("zone").stringValue()))
                : new Every(
                        node.required("every").intValue(),
                        ChronoUnit.valueOf(node.required("unit").stringValue()));
    }

    private static Start start(JsonNode node) {
        return node.has("at")
                ? new At(Instant.parse(node.required("at").stringValue()))
                : new After(
                        node.required("after").intValue(),
                        ChronoUnit.valueOf(node.required("unit").stringValue()));
    }
}
