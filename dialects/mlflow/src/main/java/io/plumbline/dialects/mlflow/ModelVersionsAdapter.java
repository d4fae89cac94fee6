package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.filter.ListFilters;
import io.plumbline.dialects.mlflow.wire.CreateModelVersion;
import io.plumbline.dialects.mlflow.wire.DeleteVersionTag;
import io.plumbline.dialects.mlflow.wire.DownloadUri;
import io.plumbline.dialects.mlflow.wire.ModelVersionAnswer;
import io.plumbline.dialects.mlflow.wire.ModelVersionPage;
import io.plumbline.dialects.mlflow.wire.ModelVersionsApi;
import io.plumbline.dialects.mlflow.wire.SetVersionTag;
import io.plumbline.dialects.mlflow.wire.TransitionStage;
import io.plumbline.dialects.mlflow.wire.UpdateModelVersion;
import io.plumbline.dialects.mlflow.wire.VersionReference;
import io.plumbline.domain.experiment.LoggedModels;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.registry.ModelVersion;
import io.plumbline.domain.registry.Registry;
import io.plumbline.domain.registry.Stage;
import io.plumbline.domain.registry.VersionDraft;
import io.plumbline.domain.registry.VersionQuery;
import io.plumbline.http.Call;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Versions of registered models. */
public final class ModelVersionsAdapter implements ModelVersionsApi {
    private static final int STANDARD_PAGE = 10_000;
    private static final int LARGEST_PAGE = 200_000;
    private static final Set<String> FIELDS = Set.of("name", "run_id", "source_path");

    private final Registry registry;
    private final ModelSources sources;

    /** Over these use cases. */
    public ModelVersionsAdapter(Registry registry, LoggedModels models) {
        this.registry = registry;
        this.sources = new ModelSources(models);
    }

    private ModelVersionAnswer answer(Call call, ModelVersion version) {
        return new ModelVersionAnswer(wire(call, version));
    }

    private io.plumbline.dialects.mlflow.wire.ModelVersion wire(Call call, ModelVersion version) {
        return ModelWire.version(
                version, registry.find(call.caller(), version.model()).aliases());
    }

    @Override
    public ModelVersionAnswer createModelVersion(Call call, CreateModelVersion body) {
        VersionDraft draft = new VersionDraft(
                body.name(),
                RunWire.orEmpty(body.description()),
                body.source(),
                sources.run(call.caller(), body.runId(), body.modelId(), body.source()),
                RunWire.orEmpty(body.runLink()),
                RunWire.orEmpty(body.modelId()),
                Tags.read(body.tags()));
        return answer(call, registry.addVersion(call.caller(), draft));
    }

    @Override
    public ModelVersionAnswer getModelVersion(Call call, GetModelVersionQuery query) {
        return answer(call, registry.version(call.caller(), query.name(), ModelWire.number(query.version())));
    }

    @Override
    public ModelVersionAnswer updateModelVersion(Call call, UpdateModelVersion body) {
        return answer(
                call,
                registry.describeVersion(
                        call.caller(),
                        body.name(),
                        ModelWire.number(body.version()),
                        RunWire.orEmpty(body.description())));
    }

    @Override
    public ModelVersionAnswer transitionModelVersionStage(Call call, TransitionStage body) {
        Stage stage = ModelWire.stage(body.stage());
        int version = ModelWire.number(body.version());
        boolean succeeds = Boolean.TRUE.equals(body.archiveExistingVersions());
        return answer(
                call,
                succeeds
                        ? registry.succeed(call.caller(), body.name(), version, stage)
                        : registry.move(call.caller(), body.name(), version, stage));
    }

    @Override
    public JsonNode deleteModelVersion(Call call, VersionReference body) {
        registry.removeVersion(call.caller(), body.name(), ModelWire.number(body.version()));
        return Nothing.more();
    }

    @Override
    public ModelVersionPage searchModelVersions(Call call, SearchModelVersionsQuery query) {
        ListFilters filter = ListFilters.of(query.filter(), FIELDS);
        Page<ModelVersion> page = registry.searchVersions(
                call.caller(),
                new VersionQuery(
                        filter.texts("name"),
                        filter.texts("source_path"),
                        filter.ids("run_id"),
                        Set.of(),
                        filter.tags(),
                        ListFilters.versionOrders(query.orderBy()),
                        Lists.page(query.maxResults(), STANDARD_PAGE, LARGEST_PAGE, query.pageToken())));
        return new ModelVersionPage(
                page.items().stream().map(version -> wire(call, version)).toList(),
                page.next().orElse(null));
    }

    @Override
    public DownloadUri getModelVersionDownloadUri(Call call, GetModelVersionDownloadUriQuery query) {
        ModelVersion version = registry.version(call.caller(), query.name(), ModelWire.number(query.version()));
        return new DownloadUri(sources.address(call.caller(), version.source()));
    }

    @Override
    public JsonNode setModelVersionTag(Call call, SetVersionTag body) {
        registry.tagVersion(
                call.caller(),
                body.name(),
                ModelWire.number(body.version()),
                body.key(),
                Tags.value(body.key(), body.value()));
        return Nothing.more();
    }

    @Override
    public JsonNode deleteModelVersionTag(Call call, DeleteVersionTag body) {
        registry.untagVersion(call.caller(), body.name(), ModelWire.number(body.version()), body.key());
        return Nothing.more();
    }
}
