package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.Place;
import io.plumbline.dialects.openscale.wire.IntegratedSystem;
import io.plumbline.dialects.openscale.wire.IntegratedSystemEntity;
import io.plumbline.dialects.openscale.wire.IntegratedSystemList;
import io.plumbline.dialects.openscale.wire.IntegratedSystemRequest;
import io.plumbline.dialects.openscale.wire.IntegratedSystemsApi;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.connection.Connections;
import io.plumbline.domain.project.Projects;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.function.UnaryOperator;

/** Integrated systems: other systems that are called, or that call. */
public final class IntegratedSystemsAdapter implements IntegratedSystemsApi {
    private final ConnectionDocuments<IntegratedSystemRequest> systems;
    private final Projects projects;

    /** Over these use cases. */
    public IntegratedSystemsAdapter(Connections connections, Projects projects) {
        ConnectionDocuments.Shape<IntegratedSystemRequest> shape = new ConnectionDocuments.Shape<>(
                Connection.Kind.INTEGRATION,
                "integrated system",
                "type",
                IntegratedSystemRequest.class,
                UnaryOperator.identity());
        this.systems = new ConnectionDocuments<>(shape, connections);
        this.projects = projects;
    }

    @Override
    public IntegratedSystem addIntegratedSystem(
            Call call, AddIntegratedSystemQuery query, IntegratedSystemRequest body) {
        Place place = Place.of(query.projectId(), query.spaceId());
        return wire(systems.add(call.caller(), place.project(projects, call.caller()), body));
    }

    @Override
    public IntegratedSystem getIntegratedSystem(Call call, String integratedSystemId, GetIntegratedSystemQuery query) {
        return wire(systems.find(call.caller(), integratedSystemId));
    }

    @Override
    public IntegratedSystemList listIntegratedSystems(Call call, ListIntegratedSystemsQuery query) {
        List<IntegratedSystem> found =
                systems.list(call.caller(), Place.of(query.projectId(), query.spaceId())).stream()
                        .map(this::wire)
                        .filter(system -> query.type() == null
                                || query.type().contains(system.entity().type()))
                        .toList();
        return IntegratedSystemList.builder().integratedSystems(found).build();
    }

    @Override
    public IntegratedSystem patchIntegratedSystem(
            Call call, String integratedSystemId, PatchIntegratedSystemQuery query, List<JsonPatchOperation> body) {
        return wire(systems.patch(call.caller(), integratedSystemId, body));
    }

    @Override
    public void deleteIntegratedSystem(Call call, String integratedSystemId, DeleteIntegratedSystemQuery query) {
        systems.remove(call.caller(), integratedSystemId);
    }

    private IntegratedSystem wire(Connection system) {
        return IntegratedSystem.builder()
                .metadata(Envelope.metadata(system.header(), "integrated_system", "/v2/integrated_systems"))
                .entity(Documents.value(systems.entity(system), IntegratedSystemEntity.class))
                .build();
    }
}
