package io.plumbline.dialects.openscale.runs;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.Progress;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.Metadata;
import io.plumbline.dialects.openscale.wire.MonitoringRun;
import io.plumbline.dialects.openscale.wire.MonitoringRunEntity;
import io.plumbline.dialects.openscale.wire.RunRequest;
import io.plumbline.dialects.openscale.wire.RunStatus;
import io.plumbline.dialects.openscale.wire.RunTrigger;
import io.plumbline.domain.Facts;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.Check.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Checks and the runs that stand for them on the wire. */
final class Runs {
    private static final String EXPIRATION = "expiration_date";
    private static final String RECORDS = "total_records_processed";

    private Runs() {}

    /** Where runs of a monitor are found. */
    static String collection(String monitorInstanceId) {
        return "/v2/monitor_instances/" + monitorInstanceId + "/runs";
    }

    /** What a request asks for. */
    static Check.Request request(RunRequest request) {
        Facts attributes = request.expirationDate() == null
                ? Facts.NONE
                : Facts.of(EXPIRATION, request.expirationDate().toString());
        return new Check.Request(
                trigger(Objects.requireNonNullElse(request.triggeredBy(), RunTrigger.USER)),
                Optional.empty(),
                Optional.empty(),
                Documents.facts(request.parameters()),
                attributes);
    }

    private static Trigger trigger(RunTrigger trigger) {
        return switch (trigger) {
            case EVENT -> Trigger.EVENT;
            case SCHEDULER -> Trigger.SCHEDULER;
            case USER -> Trigger.USER;
            case WEBHOOK -> Trigger.WEBHOOK;
        };
    }

    private static RunTrigger trigger(Trigger trigger) {
        return switch (trigger) {
            case EVENT -> RunTrigger.EVENT;
            case SCHEDULER -> RunTrigger.SCHEDULER;
            case USER -> RunTrigger.USER;
            case WEBHOOK -> RunTrigger.WEBHOOK;
        };
    }

    /** The check as it goes over the wire. */
    static MonitoringRun wire(Check check) {
        return MonitoringRun.builder()
                .metadata(metadata(check))
                .entity(entity(check))
                .build();
    }

    private static Metadata metadata(Check check) {
        String id = WireId.of(check.id());
        return Metadata.builder()
                .id(id)
                .crn(Envelope.resourceName(check.organization(), "run", id))
                .url(collection(WireId.of(check.monitor())) + "/" + id)
                .createdAt(check.createdAt())
                .createdBy(check.createdBy())
                .build();
    }

    /** What the check is about and how far it is. */
    static MonitoringRunEntity entity(Check check) {
        return MonitoringRunEntity.builder()
                .triggeredBy(trigger(check.request().trigger()))
                .parameters(Documents.fields(parameters(check)))
                .expirationDate(check.request()
                        .attributes()
                        .text(EXPIRATION)
                        .map(Instant::parse)
                        .orElse(null))
                .status(status(check))
                .build();
    }

    private static Facts parameters(Check check) {
        Facts asked = check.request().parameters();
        return check.outcome()
                .map(outcome -> asked.with(RECORDS, outcome.records()))
                .orElse(asked);
    }

    private static RunStatus status(Check check) {
        String message = check.outcome().map(Check.Outcome::message).orElse(check.message());
        Progress progress =
                new Progress(check.id(), check.state(), message, check.createdAt(), check.startedAt(), check.endedAt());
        return progress.status().operators(List.of()).build();
    }
}
