package io.plumbline.dialects.modellab;

import io.plumbline.dialects.modellab.wire.RunDocument;
import io.plumbline.dialects.modellab.wire.RunList;
import io.plumbline.dialects.modellab.wire.RunResource;
import io.plumbline.dialects.modellab.wire.RunsApi;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Experiments;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunReading;
import io.plumbline.domain.experiment.RunView;
import io.plumbline.domain.experiment.Runs;
import io.plumbline.domain.identity.Caller;
import io.plumbline.http.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers the operations on runs. */
public final class RunsAdapter implements RunsApi {
    private final Experiments experiments;
    private final Runs runs;
    private final RunReading reading;

    /** Over these runs of these experiments. */
    public RunsAdapter(Experiments experiments, Runs runs, RunReading reading) {
        this.experiments = experiments;
        this.runs = runs;
        this.reading = reading;
    }

    @Override
    public RunList listModelLabRuns(Call call, ListModelLabRunsQuery query) {
        Paging paging = Paging.of(query.pageSize(), query.pageNumber());
        Page<RunView> page = search(call.caller(), query, paging);
        long total = page.total().orElseThrow();
        return RunList.builder()
                .data(page.items().stream().map(this::wire).toList())
                .meta(paging.meta(total))
                .links(paging.links(call, total))
                .build();
    }

    /** A filter by a project or a parent that is not there finds nothing, as any other filter does that nothing meets. */
    private Page<RunView> search(Caller caller, ListModelLabRunsQuery query, Paging paging) {
        Optional<Id> project = Optional.ofNullable(query.filterProjectId())
                .flatMap(number ->
                        found(() -> experiments.numbered(caller, number).id()));
        Optional<Long> parentNumber = parent(query);
        Optional<Id> parent = parentNumber.flatMap(
                number -> found(() -> reading.numbered(caller, number).id()));
        boolean nothing = (query.filterProjectId() != null && project.isEmpty())
                || (parentNumber.isPresent() && parent.isEmpty());
        List<Id> projects = project.stream().toList();
        return nothing ? Page.empty() : reading.search(caller, RunQueries.read(query, projects, parent, paging));
    }

    private static Optional<Long> parent(ListModelLabRunsQuery query) {
        return Optional.ofNullable(query.filterParentRunId())
                .filter(text -> !text.equals(RunQueries.NO_PARENT))
                .map(text -> RunQueries.number("filter[parent_run_id]", text));
    }

    private static <T> Optional<T> found(Supplier<T> lookup) {
        try {
            return Optional.of(lookup.get());
        } catch (PlumblineException e) {
            if (e.failure() instanceof Failure.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private RunResource wire(RunView view) {
        return RunViews.wire(view, reading.status(view.run()));
    }

    @Override
    public RunDocument getModelLabRun(Call call, Long runId) {
        return new RunDocument(wire(reading.view(call.caller(), numbered(call, runId))));
    }

    @Override
    public void deleteModelLabRun(Call call, Long runId) {
        runs.delete(call.caller(), numbered(call, runId).id());
    }

    @Override
    public void pinModelLabRun(Call call, Long runId) {
        runs.pin(call.caller(), numbered(call, runId).id());
    }

    @Override
    public void unpinModelLabRun(Call call, Long runId) {
        runs.unpin(call.caller(), numbered(call, runId).id());
    }

    private Run numbered(Call call, Long runId) {
        return reading.numbered(call.caller(), runId);
    }
}
