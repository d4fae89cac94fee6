package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.filter.ListFilters;
import io.plumbline.dialects.mlflow.wire.CreateRegisteredModel;
import io.plumbline.dialects.mlflow.wire.DeleteAlias;
import io.plumbline.dialects.mlflow.wire.DeleteModelTag;
import io.plumbline.dialects.mlflow.wire.LatestVersionsRequest;
import io.plumbline.dialects.mlflow.wire.ModelReference;
import io.plumbline.dialects.mlflow.wire.ModelVersionAnswer;
import io.plumbline.dialects.mlflow.wire.ModelVersionList;
import io.plumbline.dialects.mlflow.wire.RegisteredModelAnswer;
import io.plumbline.dialects.mlflow.wire.RegisteredModelPage;
import io.plumbline.dialects.mlflow.wire.RegisteredModelsApi;
import io.plumbline.dialects.mlflow.wire.RenameRegisteredModel;
import io.plumbline.dialects.mlflow.wire.SetAlias;
import io.plumbline.dialects.mlflow.wire.SetModelTag;
import io.plumbline.dialects.mlflow.wire.UpdateRegisteredModel;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.registry.ModelQuery;
import io.plumbline.domain.registry.RegisteredModel;
import io.plumbline.domain.registry.Registry;
import io.plumbline.domain.registry.Stage;
import io.plumbline.http.Call;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Registered models. */
public final class RegisteredModelsAdapter implements RegisteredModelsApi {
    private static final int STANDARD_PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;
    private static final List<Stage> ALL = List.of(Stage.values());

    private final Registry registry;

    /** Over these use cases. */
    public RegisteredModelsAdapter(Registry registry) {
        this.registry = registry;
    }

    private io.plumbline.dialects.mlflow.wire.RegisteredModel wire(Call call, RegisteredModel model) {
        return ModelWire.model(model, registry.latest(call.caller(), model.name(), ALL));
    }

    @Override
    public RegisteredModelAnswer createRegisteredModel(Call call, CreateRegisteredModel body) {
        RegisteredModel added =
                registry.add(call.caller(), body.name(), RunWire.orEmpty(body.description()), Tags.read(body.tags()));
        return new RegisteredModelAnswer(wire(call, added));
    }

    @Override
    public RegisteredModelAnswer getRegisteredModel(Call call, GetRegisteredModelQuery query) {
        return new RegisteredModelAnswer(wire(call, registry.find(call.caller(), query.name())));
    }

    @Override
    public RegisteredModelAnswer renameRegisteredModel(Call call, RenameRegisteredModel body) {
        return new RegisteredModelAnswer(wire(call, registry.rename(call.caller(), body.name(), body.newName())));
    }

    @Override
    public RegisteredModelAnswer updateRegisteredModel(Call call, UpdateRegisteredModel body) {
        return new RegisteredModelAnswer(
                wire(call, registry.describe(call.caller(), body.name(), RunWire.orEmpty(body.description()))));
    }

    @Override
    public JsonNode deleteRegisteredModel(Call call, ModelReference body) {
        registry.remove(call.caller(), body.name());
        return Nothing.more();
    }

    @Override
    public RegisteredModelPage searchRegisteredModels(Call call, SearchRegisteredModelsQuery query) {
        ListFilters filter = ListFilters.of(query.filter(), Set.of("name"));
        Page<RegisteredModel> page = registry.search(
                call.caller(),
                new ModelQuery(
                        filter.texts("name"),
                        filter.tags(),
                        ListFilters.modelOrders(query.orderBy()),
                        Lists.page(query.maxResults(), STANDARD_PAGE, LARGEST_PAGE, query.pageToken())));
        return new RegisteredModelPage(
                page.items().stream().map(model -> wire(call, model)).toList(),
                page.next().orElse(null));
    }

    @Override
    public ModelVersionList getLatestVersions(Call call, LatestVersionsRequest body) {
        return latest(call, body.name(), body.stages());
    }

    @Override
    public ModelVersionList listLatestVersions(Call call, ListLatestVersionsQuery query) {
        return latest(call, query.name(), query.stages());
    }

    private ModelVersionList latest(Call call, String name, @Nullable List<String> stages) {
        List<Stage> asked = stages == null || stages.isEmpty()
                ? ALL
                : stages.stream().map(ModelWire::stage).toList();
        RegisteredModel model = registry.find(call.caller(), name);
        return new ModelVersionList(registry.latest(call.caller(), name, asked).stream()
                .map(version -> ModelWire.version(version, model.aliases()))
                .toList());
    }

    @Override
    public JsonNode setRegisteredModelTag(Call call, SetModelTag body) {
        registry.tag(call.caller(), body.name(), body.key(), Tags.value(body.key(), body.value()));
        return Nothing.more();
    }

    @Override
    public JsonNode deleteRegisteredModelTag(Call call, DeleteModelTag body) {
        registry.untag(call.caller(), body.name(), body.key());
        return Nothing.more();
    }

    @Override
    public JsonNode setRegisteredModelAlias(Call call, SetAlias body) {
        registry.alias(call.caller(), body.name(), body.alias(), ModelWire.number(body.version()));
        return Nothing.more();
    }

    @Override
    public JsonNode deleteRegisteredModelAlias(Call call, DeleteAlias body) {
        registry.unalias(call.caller(), body.name(), body.alias());
        return Nothing.more();
    }

    @Override
    public ModelVersionAnswer getModelVersionByAlias(Call call, GetModelVersionByAliasQuery query) {
        return new ModelVersionAnswer(ModelWire.version(
                registry.aliased(call.caller(), query.name(), query.alias()),
                registry.find(call.caller(), query.name()).aliases()));
    }
}
