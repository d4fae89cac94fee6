package io.plumbline.dialects.openscale.runs;

import io.plumbline.dialects.openscale.Lookup;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.monitors.MonitorsInView;
import io.plumbline.dialects.openscale.wire.MonitoringRun;
import io.plumbline.dialects.openscale.wire.MonitoringRunList;
import io.plumbline.dialects.openscale.wire.RunRequest;
import io.plumbline.dialects.openscale.wire.RunsApi;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.Checks;
import io.plumbline.domain.identity.Caller;
import io.plumbline.http.Answer;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Objects;

/** Answers the operations on runs of monitors. */
public final class RunsAdapter implements RunsApi {
    private static final int PAGE = 100;
    private static final int MOST = 1000;

    private final Checks checks;
    private final MonitorsInView monitors;

    /** Over these checks of these monitors. */
    public RunsAdapter(Checks checks, MonitorsInView monitors) {
        this.checks = checks;
        this.monitors = monitors;
    }

    @Override
    public Answer<MonitoringRun> addRun(Call call, String monitorInstanceId, AddRunQuery query, RunRequest body) {
        Id monitor = monitors.find(call.caller(), monitorInstanceId).id();
        MonitoringRun run = Runs.wire(checks.start(call.caller(), monitor, Runs.request(body)));
        return Answer.of(run).withHeader("Location", run.metadata().url());
    }

    @Override
    public MonitoringRun getRun(Call call, String monitorInstanceId, String monitoringRunId, GetRunQuery query) {
        return Runs.wire(found(call.caller(), monitorInstanceId, monitoringRunId));
    }

    @Override
    public MonitoringRunList listRuns(Call call, String monitorInstanceId, ListRunsQuery query) {
        Id monitor = monitors.find(call.caller(), monitorInstanceId).id();
        RunPages pages =
                new RunPages(WireId.of(monitor), Math.min(Objects.requireNonNullElse(query.limit(), PAGE), MOST));
        List<Check> found = checks.list(call.caller(), monitor, pages.query(query.start()));
        return pages.wire(found, checks.count(call.caller(), monitor));
    }

    @Override
    public MonitoringRun patchRun(
            Call call,
            String monitorInstanceId,
            String monitoringRunId,
            PatchRunQuery query,
            List<JsonPatchOperation> body) {
        Check found = found(call.caller(), monitorInstanceId, monitoringRunId);
        return Runs.wire(
                switch (RunPatch.of(found, body)) {
                    case RunPatch.Nothing _ -> found;
                    case RunPatch.Cancel _ -> checks.cancel(call.caller(), found.monitor(), found.id());
                    case RunPatch.End end -> checks.end(call.caller(), found.monitor(), found.id(), end.failure());
                });
    }

    private Check found(Caller caller, String monitorInstanceId, String monitoringRunId) {
        Id monitor = monitors.find(caller, monitorInstanceId).id();
        return Lookup.found(monitoringRunId, id -> checks.find(caller, monitor, id))
                .orElseThrow(() -> PlumblineException.notFound("run", monitoringRunId));
    }
}
