package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.filter.RunFilters;
import io.plumbline.dialects.mlflow.spelling.WireId;
import io.plumbline.dialects.mlflow.spelling.WireStatus;
import io.plumbline.dialects.mlflow.wire.CreateRun;
import io.plumbline.dialects.mlflow.wire.DeleteTag;
import io.plumbline.dialects.mlflow.wire.LogBatch;
import io.plumbline.dialects.mlflow.wire.LogInputs;
import io.plumbline.dialects.mlflow.wire.LogMetric;
import io.plumbline.dialects.mlflow.wire.LogModel;
import io.plumbline.dialects.mlflow.wire.LogOutputs;
import io.plumbline.dialects.mlflow.wire.LogParam;
import io.plumbline.dialects.mlflow.wire.MetricHistory;
import io.plumbline.dialects.mlflow.wire.RunAnswer;
import io.plumbline.dialects.mlflow.wire.RunInfoAnswer;
import io.plumbline.dialects.mlflow.wire.RunPage;
import io.plumbline.dialects.mlflow.wire.RunReference;
import io.plumbline.dialects.mlflow.wire.RunsApi;
import io.plumbline.dialects.mlflow.wire.SearchRuns;
import io.plumbline.dialects.mlflow.wire.SetTag;
import io.plumbline.dialects.mlflow.wire.UpdateRun;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.Experiments;
import io.plumbline.domain.experiment.LoggedModelStore.Output;
import io.plumbline.domain.experiment.LoggedModels;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunChange;
import io.plumbline.domain.experiment.RunDraft;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.domain.experiment.RunReading;
import io.plumbline.domain.experiment.RunStatus;
import io.plumbline.domain.experiment.RunView;
import io.plumbline.domain.experiment.Runs;
import io.plumbline.http.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs and what they log. */
public final class RunsAdapter implements RunsApi {
    private static final int STANDARD_PAGE = 1_000;
    private static final int LARGEST_PAGE = 50_000;

    private final Runs runs;
    private final RunReading reading;
    private final LoggedModels models;
    private final ExperimentIds experiments;
    private final MetricHistories histories;
    private final Supplier<String> names;

    /**
     * Over these use cases.
     *
     * @param names for runs that are made without one
     */
    public RunsAdapter(
            Runs runs, RunReading reading, LoggedModels models, Experiments experiments, Supplier<String> names) {
        this.runs = runs;
        this.reading = reading;
        this.models = models;
        this.experiments = new ExperimentIds(experiments);
        this.histories = new MetricHistories(reading);
        this.names = names;
    }

    @Override
    public RunAnswer createRun(Call call, CreateRun body) {
        Experiment experiment = experiments.find(call.caller(), body.experimentId());
        SortedMap<String, String> tags = Tags.read(body.tags());
        tags.put(RunTags.NAME, nameOf(body, tags));
        RunChange told = RunTags.change(tags);
        RunDraft draft = new RunDraft(
                experiment,
                told.name().orElse(""),
                told.note().orElse(""),
                RunStatus.RUNNING,
                told.parent(),
                Optional.ofNullable(body.userId())
                        .filter(user -> !user.isEmpty())
                        .or(() -> Optional.ofNullable(tags.get(RunTags.USER))),
                Millis.read("start_time", body.startTime()),
                new RunLog(List.of(), new TreeMap<>(), tags));
        return new RunAnswer(RunWire.run(RunView.made(runs.add(call.caller(), draft), draft.log()), List.of()));
    }

    /** The name by the field or by the tag, which must not differ; a new one where neither is given. */
    private String nameOf(CreateRun body, SortedMap<String, String> tags) {
        String field = RunWire.orEmpty(body.runName());
        String tag = tags.getOrDefault(RunTags.NAME, "");
        if (!field.isEmpty() && !tag.isEmpty() && !field.equals(tag)) {
            throw PlumblineException.invalid(
                    "run_name", "run_name is '" + field + "' and the tag " + RunTags.NAME + " is '" + tag + "'");
        }
        String given = field.isEmpty() ? tag : field;
        return given.isEmpty() ? names.get() : given;
    }

    @Override
    public RunAnswer getRun(Call call, GetRunQuery query) {
        Run run = reading.find(call.caller(), id(query.runId(), query.runUuid()));
        return new RunAnswer(
                wire(call, List.of(reading.view(call.caller(), run))).getFirst());
    }

    private List<io.plumbline.dialects.mlflow.wire.Run> wire(Call call, List<RunView> views) {
        Map<Id, List<Output>> outputs = models.outputs(
                call.caller(), views.stream().map(view -> view.run().id()).toList());
        return views.stream()
                .map(view -> RunWire.run(view, outputs.getOrDefault(view.run().id(), List.of())))
                .toList();
    }

    private static Id id(@Nullable String runId, @Nullable String runUuid) {
        String given = runId == null || runId.isEmpty() ? runUuid : runId;
        if (given == null || given.isEmpty()) {
            throw PlumblineException.invalid("run_id", "the field run_id is missing");
        }
        return WireId.run(given);
    }

    @Override
    public RunInfoAnswer updateRun(Call call, UpdateRun body) {
        Optional<String> name = Optional.ofNullable(body.runName()).filter(given -> !given.isEmpty());
        RunChange change = new RunChange(
                name,
                Optional.empty(),
                Optional.ofNullable(body.status()).map(WireStatus::read),
                Optional.empty(),
                Millis.read("end_time", body.endTime()));
        RunLog tag = name.map(given -> RunLog.tag(RunTags.NAME, given)).orElse(RunLog.EMPTY);
        return new RunInfoAnswer(
                RunWire.info(runs.change(call.caller(), id(body.runId(), body.runUuid()), change, tag)));
    }

    @Override
    public JsonNode deleteRun(Call call, RunReference body) {
        runs.delete(call.caller(), id(body.runId(), body.runUuid()));
        return Nothing.more();
    }

    @Override
    public JsonNode restoreRun(Call call, RunReference body) {
        runs.restore(call.caller(), id(body.runId(), body.runUuid()));
        return Nothing.more();
    }

    @Override
    public RunPage searchRuns(Call call, SearchRuns body) {
        List<Id> within = (body.experimentIds() == null ? List.<String>of() : body.experimentIds())
                .stream().map(id -> experiments.find(call.caller(), id).id()).toList();
        if (within.isEmpty()) {
            return new RunPage(List.of(), null);
        }
        Long size = body.maxResults() == null ? null : body.maxResults().longValue();
        Page<RunView> page = reading.search(
                call.caller(),
                new RunQuery(
                        within,
                        Lists.view(body.runViewType()),
                        List.of(),
                        RunFilters.conditions(body.filter()),
                        RunQuery.Reach.OWN,
                        RunQuery.Pins.IGNORED,
                        RunFilters.orders(body.orderBy()),
                        Lists.page(size, STANDARD_PAGE, LARGEST_PAGE, body.pageToken())));
        return new RunPage(wire(call, page.items()), page.next().orElse(null));
    }

    @Override
    public JsonNode logMetric(Call call, LogMetric body) {
        return log(
                call,
                id(body.runId(), body.runUuid()),
                RunLog.of(List.of(RunWire.point(body.key(), body.value(), body.step(), body.timestamp()))));
    }

    @Override
    public JsonNode logParam(Call call, LogParam body) {
        return log(
                call, id(body.runId(), body.runUuid()), RunLog.param(body.key(), Tags.param(body.key(), body.value())));
    }

    @Override
    public JsonNode setTag(Call call, SetTag body) {
        return log(
                call, id(body.runId(), body.runUuid()), RunLog.tag(body.key(), Tags.value(body.key(), body.value())));
    }

    @Override
    public JsonNode logBatch(Call call, LogBatch body) {
        return log(call, id(body.runId(), null), BatchLimits.read(body));
    }

    private JsonNode log(Call call, Id run, RunLog log) {
        RunChange told = RunTags.change(log.tags());
        if (told.equals(RunChange.NONE)) {
            runs.log(call.caller(), run, log);
        } else {
            runs.change(call.caller(), run, told, log);
        }
        return Nothing.more();
    }

    @Override
    public JsonNode deleteTag(Call call, DeleteTag body) {
        runs.untag(call.caller(), id(body.runId(), body.runUuid()), body.key());
        return Nothing.more();
    }

    @Override
    public JsonNode logModel(Call call, LogModel body) {
        Id run = id(body.runId(), null);
        RunView view = reading.view(call.caller(), reading.find(call.caller(), run));
        return log(call, run, LoggedModelHistory.with(view.tags(), body.modelJson()));
    }

    @Override
    public JsonNode logInputs(Call call, LogInputs body) {
        runs.addInputs(
                call.caller(),
                id(body.runId(), null),
                body.datasets() == null
                        ? List.of()
                        : body.datasets().stream().map(RunWire::read).toList());
        return Nothing.more();
    }

    @Override
    public JsonNode logOutputs(Call call, LogOutputs body) {
        List<Output> outputs = body.models() == null
                ? List.of()
                : body.models().stream()
                        .map(output ->
                                new Output(WireId.model(output.modelId()), output.step() == null ? 0 : output.step()))
                        .toList();
        models.addOutputs(call.caller(), id(body.runId(), null), outputs);
        return Nothing.more();
    }

    @Override
    public MetricHistory getMetricHistory(Call call, GetMetricHistoryQuery query) {
        return histories.page(
                call.caller(),
                id(query.runId(), query.runUuid()),
                query.metricKey(),
                query.maxResults(),
                query.pageToken());
    }

    @Override
    public MetricHistory getMetricHistoryBulkInterval(Call call, GetMetricHistoryBulkIntervalQuery query) {
        return histories.sampled(call.caller(), query);
    }
}
