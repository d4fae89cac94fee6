package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.nativeapi.wire.Check;
import io.plumbline.dialects.nativeapi.wire.CheckPage;
import io.plumbline.dialects.nativeapi.wire.CheckRequest;
import io.plumbline.dialects.nativeapi.wire.CheckResult;
import io.plumbline.dialects.nativeapi.wire.CheckState;
import io.plumbline.dialects.nativeapi.wire.ChecksApi;
import io.plumbline.dialects.nativeapi.wire.Trigger;
import io.plumbline.dialects.nativeapi.wire.Window;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import io.plumbline.domain.check.Check.Outcome;
import io.plumbline.domain.check.Check.Request;
import io.plumbline.domain.check.CheckQuery;
import io.plumbline.domain.check.Checks;
import io.plumbline.domain.monitor.Monitors;
import io.plumbline.domain.task.Task;
import io.plumbline.http.Answer;
import io.plumbline.http.Call;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs of monitors, to be started, followed and cancelled. */
public final class ChecksAdapter implements ChecksApi {
    private final Checks checks;
    private final Monitors monitors;

    /** Over these checks of these monitors. */
    public ChecksAdapter(Checks checks, Monitors monitors) {
        this.checks = checks;
        this.monitors = monitors;
    }

    @Override
    public Answer<Check> startCheck(Call call, String monitorId, @Nullable CheckRequest body) {
        // Whoever does not see the monitor is not told what is wrong with the request.
        Id monitor = monitors.find(call.caller(), monitor(monitorId)).id();
        Request request = body == null ? Request.by(io.plumbline.domain.check.Check.Trigger.USER) : request(body);
        Check check = wire(checks.start(call.caller(), monitor, request));
        String location = NativeDialect.PREFIX + "/monitors/" + check.monitorId() + "/checks/" + check.id();
        return Answer.of(check).withHeader("Location", location);
    }

    private static Request request(CheckRequest body) {
        return new Request(
                io.plumbline.domain.check.Check.Trigger.USER,
                Optional.ofNullable(body.window())
                        .map(window -> new io.plumbline.domain.measurement.Window(window.from(), window.until())),
                Optional.empty(),
                PlainJson.facts("parameters", body.parameters()),
                Facts.NONE);
    }

    @Override
    public CheckPage listChecks(Call call, String monitorId, ListChecksQuery query) {
        int limit = Page.limit(query.limit());
        List<Task.State> states = query.state() == null
                ? List.of()
                : List.of(Task.State.valueOf(query.state().name()));
        Optional<CheckQuery.Position> after =
                Moment.after(query.cursor()).map(moment -> new CheckQuery.Position(moment.at(), moment.id()));
        Page<io.plumbline.domain.check.Check> page = Page.of(
                checks.list(call.caller(), monitor(monitorId), new CheckQuery(states, after, 0, limit + 1)),
                limit,
                last -> new Moment(last.createdAt(), last.id()).toString());
        return CheckPage.builder()
                .checks(page.items().stream().map(ChecksAdapter::wire).toList())
                .nextCursor(page.next())
                .build();
    }

    @Override
    public Check getCheck(Call call, String monitorId, String checkId) {
        return wire(checks.find(call.caller(), monitor(monitorId), WireId.of("check", checkId)));
    }

    @Override
    public Check cancelCheck(Call call, String monitorId, String checkId) {
        return wire(checks.cancel(call.caller(), monitor(monitorId), WireId.of("check", checkId)));
    }

    private static Id monitor(String monitorId) {
        return WireId.of("monitor", monitorId);
    }

    /** The check as it goes over the wire. */
    static Check wire(io.plumbline.domain.check.Check check) {
        String message = check.outcome().map(Outcome::message).orElse(check.message());
        return Check.builder()
                .id(check.id().toString())
                .monitorId(check.monitor().toString())
                .state(CheckState.valueOf(check.state().name()))
                .trigger(Trigger.valueOf(check.request().trigger().name()))
                .window(check.outcome()
                        .flatMap(Outcome::window)
                        .or(() -> check.request().window())
                        .map(ChecksAdapter::wire)
                        .orElse(null))
                .done(check.done())
                .total(check.total())
                .message(message.isEmpty() ? null : message)
                .result(check.outcome()
                        .map(outcome -> CheckResult.valueOf(outcome.result().name()))
                        .orElse(null))
                .records(check.outcome().map(Outcome::records).orElse(null))
                .createdAt(check.createdAt())
                .createdBy(check.createdBy())
                .startedAt(check.startedAt().orElse(null))
                .endedAt(check.endedAt().orElse(null))
                .build();
    }

    /** The window as it goes over the wire. */
    static Window wire(io.plumbline.domain.measurement.Window window) {
        return Window.builder().from(window.from()).until(window.until()).build();
    }
}
