package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Place;
import io.plumbline.dialects.openscale.models.References;
import io.plumbline.dialects.openscale.wire.MonitorDefinition;
import io.plumbline.dialects.openscale.wire.MonitorDefinitionList;
import io.plumbline.dialects.openscale.wire.MonitorDefinitionRequest;
import io.plumbline.dialects.openscale.wire.MonitorDefinitionType;
import io.plumbline.dialects.openscale.wire.MonitorDefinitionsApi;
import io.plumbline.dialects.openscale.wire.MonitorRuntime;
import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.monitor.BuiltInMonitors;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.domain.monitor.MonitorDefinitions;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers the operations on definitions of monitors: the built-in ones, and those that users made. */
public final class MonitorDefinitionsAdapter implements MonitorDefinitionsApi {
    private final MonitorDefinitions definitions;
    private final References references;

    /** Over these definitions; what their fields name is looked for among the references. */
    public MonitorDefinitionsAdapter(MonitorDefinitions definitions, References references) {
        this.definitions = definitions;
        this.references = references;
    }

    @Override
    public MonitorDefinitionList listMonitorDefinitions(Call call, ListMonitorDefinitionsQuery query) {
        List<MonitorDefinition> found = Stream.concat(builtIn(call, query), custom(call.caller(), query))
                .filter(definition -> query.name() == null
                        || query.name().contains(definition.entity().name()))
                .toList();
        return MonitorDefinitionList.builder().monitorDefinitions(found).build();
    }

    private static Stream<MonitorDefinition> builtIn(Call call, ListMonitorDefinitionsQuery query) {
        return query.type() == MonitorDefinitionType.USER
                ? Stream.empty()
                : BuiltInMonitors.all().stream()
                        .map(definition -> Definitions.builtIn(definition, call.organization()));
    }

    private Stream<MonitorDefinition> custom(Caller caller, ListMonitorDefinitionsQuery query) {
        Place place = Place.of(query.projectId(), query.spaceId());
        return query.type() == MonitorDefinitionType.SERVICE
                ? Stream.empty()
                : definitions.listCustom(caller).stream()
                        .filter(custom -> place.has(custom.header()))
                        .map(CustomDefinitions::wire);
    }

    @Override
    public MonitorDefinition getMonitorDefinition(
            Call call, String monitorDefinitionId, GetMonitorDefinitionQuery query) {
        return BuiltInMonitors.find(monitorDefinitionId)
                .map(definition -> Definitions.builtIn(definition, call.organization()))
                .orElseGet(() -> CustomDefinitions.wire(definitions.findCustom(call.caller(), monitorDefinitionId)));
    }

    @Override
    public MonitorDefinition addMonitorDefinition(
            Call call, AddMonitorDefinitionQuery query, MonitorDefinitionRequest body) {
        Caller caller = call.caller();
        Optional<Id> project = references.project(caller, Place.of(query.projectId(), query.spaceId()));
        Optional<Id> provider = provider(caller, body);
        String id = Slug.of(body.name());
        return CustomDefinitions.wire(
                definitions.add(caller, project, header -> CustomDefinitions.custom(header, id, provider, body)));
    }

    private Optional<Id> provider(Caller caller, MonitorDefinitionRequest request) {
        return Optional.ofNullable(request.monitorRuntime())
                .map(MonitorRuntime::integratedSystemId)
                .map(id -> references
                        .integratedSystem(caller, "monitor_runtime.integrated_system_id", id)
                        .id());
    }

    @Override
    public MonitorDefinition replaceMonitorDefinition(
            Call call, String monitorDefinitionId, ReplaceMonitorDefinitionQuery query, MonitorDefinitionRequest body) {
        return CustomDefinitions.wire(
                definitions.change(call.caller(), monitorDefinitionId, kept -> described(call.caller(), kept, body)));
    }

    @Override
    public MonitorDefinition patchMonitorDefinition(
            Call call, String monitorDefinitionId, PatchMonitorDefinitionQuery query, List<JsonPatchOperation> body) {
        return CustomDefinitions.wire(definitions.change(call.caller(), monitorDefinitionId, kept -> {
            MonitorDefinitionRequest after = Documents.value(
                    Documents.patchedEntity(CustomDefinitions.entity(kept), body), MonitorDefinitionRequest.class);
            return described(call.caller(), kept, after);
        }));
    }

    private CustomMonitor described(Caller caller, CustomMonitor kept, MonitorDefinitionRequest request) {
        return CustomDefinitions.custom(kept.header(), kept.definition().id(), provider(caller, request), request);
    }

    @Override
    public void deleteMonitorDefinition(Call call, String monitorDefinitionId, DeleteMonitorDefinitionQuery query) {
        definitions.remove(call.caller(), monitorDefinitionId);
    }
}
