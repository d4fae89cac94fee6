package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.filter.ListFilters;
import io.plumbline.dialects.mlflow.spelling.WireId;
import io.plumbline.dialects.mlflow.wire.ArtifactPage;
import io.plumbline.dialects.mlflow.wire.CreateLoggedModel;
import io.plumbline.dialects.mlflow.wire.FinalizeLoggedModel;
import io.plumbline.dialects.mlflow.wire.LogModelParams;
import io.plumbline.dialects.mlflow.wire.LoggedModel;
import io.plumbline.dialects.mlflow.wire.LoggedModelAnswer;
import io.plumbline.dialects.mlflow.wire.LoggedModelData;
import io.plumbline.dialects.mlflow.wire.LoggedModelInfo;
import io.plumbline.dialects.mlflow.wire.LoggedModelPage;
import io.plumbline.dialects.mlflow.wire.LoggedModelsApi;
import io.plumbline.dialects.mlflow.wire.SearchLoggedModels;
import io.plumbline.dialects.mlflow.wire.SetLoggedModelTags;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.artifact.Artifacts;
import io.plumbline.domain.experiment.Experiments;
import io.plumbline.domain.experiment.LoggedModel.Status;
import io.plumbline.domain.experiment.LoggedModelQuery;
import io.plumbline.domain.experiment.LoggedModels;
import io.plumbline.domain.experiment.Page;
import io.plumbline.http.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Models that were logged, as clients of 3.x know them. */
public final class LoggedModelsAdapter implements LoggedModelsApi {
    private static final int STANDARD_PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;
    private static final Set<String> FIELDS = Set.of("name", "source_run_id");

    private final LoggedModels models;
    private final Artifacts artifacts;
    private final ExperimentIds experiments;

    /** Over these use cases. */
    public LoggedModelsAdapter(LoggedModels models, Artifacts artifacts, Experiments experiments) {
        this.models = models;
        this.artifacts = artifacts;
        this.experiments = new ExperimentIds(experiments);
    }

    @Override
    public LoggedModelAnswer createLoggedModel(Call call, CreateLoggedModel body) {
        LoggedModels.Draft draft = new LoggedModels.Draft(
                experiments.find(call.caller(), body.experimentId()).id(),
                RunWire.orEmpty(body.name()),
                RunWire.orEmpty(body.modelType()),
                Optional.ofNullable(body.sourceRunId())
                        .filter(run -> !run.isEmpty())
                        .map(WireId::run),
                Tags.readParams(body.params()),
                Tags.read(body.tags()));
        return answer(models.add(call.caller(), draft));
    }

    @Override
    public LoggedModelAnswer getLoggedModel(Call call, String modelId) {
        return answer(models.find(call.caller(), WireId.model(modelId)));
    }

    @Override
    public LoggedModelAnswer finalizeLoggedModel(Call call, String modelId, FinalizeLoggedModel body) {
        return answer(models.finish(call.caller(), WireId.model(modelId), status(body.status())));
    }

    @Override
    public JsonNode deleteLoggedModel(Call call, String modelId) {
        models.delete(call.caller(), WireId.model(modelId));
        return Nothing.more();
    }

    @Override
    public LoggedModelAnswer setLoggedModelTags(Call call, String modelId, SetLoggedModelTags body) {
        return answer(models.add(call.caller(), WireId.model(modelId), new TreeMap<>(), Tags.read(body.tags())));
    }

    @Override
    public JsonNode deleteLoggedModelTag(Call call, String modelId, String tagKey) {
        models.untag(call.caller(), WireId.model(modelId), tagKey);
        return Nothing.more();
    }

    @Override
    public JsonNode logLoggedModelParams(Call call, String modelId, LogModelParams body) {
        models.add(call.caller(), WireId.model(modelId), Tags.readParams(body.params()), new TreeMap<>());
        return Nothing.more();
    }

    @Override
    public LoggedModelPage searchLoggedModels(Call call, SearchLoggedModels body) {
        ListFilters filter = ListFilters.of(body.filter(), FIELDS);
        if (!filter.tags().isEmpty()) {
            throw new PlumblineException(
                    new Failure.NotSupported("logged models are found by name and source_run_id, and not by tags"));
        }
        List<Id> within = (body.experimentIds() == null ? List.<String>of() : body.experimentIds())
                .stream().map(id -> experiments.find(call.caller(), id).id()).toList();
        Long size = body.maxResults() == null ? null : body.maxResults().longValue();
        Page<io.plumbline.domain.experiment.LoggedModel> page = models.search(
                call.caller(),
                new LoggedModelQuery(
                        within,
                        filter.texts("name"),
                        filter.ids("source_run_id"),
                        Lists.page(size, STANDARD_PAGE, LARGEST_PAGE, body.pageToken())));
        return new LoggedModelPage(
                page.items().stream().map(LoggedModelsAdapter::wire).toList(),
                page.next().orElse(null));
    }

    @Override
    public ArtifactPage listLoggedModelArtifacts(Call call, String modelId, ListLoggedModelArtifactsQuery query) {
        io.plumbline.domain.experiment.LoggedModel model = models.find(call.caller(), WireId.model(modelId));
        return ArtifactsAdapter.page(
                artifacts,
                call.caller(),
                model.id(),
                query.artifactDirectoryPath(),
                query.pageToken(),
                ArtifactAddress.of(model));
    }

    private static LoggedModelAnswer answer(io.plumbline.domain.experiment.LoggedModel model) {
        return new LoggedModelAnswer(wire(model));
    }

    private static LoggedModel wire(io.plumbline.domain.experiment.LoggedModel model) {
        LoggedModelInfo info = LoggedModelInfo.builder()
                .modelId(WireId.ofModel(model.id()))
                .experimentId(Long.toString(model.experimentNumber()))
                .name(model.name())
                .creationTimestampMs(Millis.of(model.createdAt()))
                .lastUpdatedTimestampMs(Millis.of(model.updatedAt()))
                .artifactUri(ArtifactAddress.of(model))
                .status(status(model.status()))
                .modelType(model.type())
                .sourceRunId(model.run().map(WireId::of).orElse(null))
                .tags(Tags.of(model.tags()))
                .build();
        return new LoggedModel(info, new LoggedModelData(Tags.ofParams(model.params())));
    }

    private static String status(Status status) {
        return switch (status) {
            case PENDING -> "LOGGED_MODEL_PENDING";
            case READY -> "LOGGED_MODEL_READY";
            case FAILED -> "LOGGED_MODEL_UPLOAD_FAILED";
        };
    }

    private static Status status(String word) {
        return switch (word) {
            case "LOGGED_MODEL_PENDING" -> Status.PENDING;
            case "LOGGED_MODEL_READY" -> Status.READY;
            case "LOGGED_MODEL_UPLOAD_FAILED" -> Status.FAILED;
            default ->
                throw PlumblineException.invalid(
                        "status",
                        "a status is one of LOGGED_MODEL_PENDING, LOGGED_MODEL_READY and LOGGED_MODEL_UPLOAD_FAILED");
        };
    }
}
