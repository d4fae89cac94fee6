package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.OperationalSpace;
import io.plumbline.dialects.openscale.wire.OperationalSpaceEntity;
import io.plumbline.dialects.openscale.wire.OperationalSpaceList;
import io.plumbline.dialects.openscale.wire.OperationalSpaceRequest;
import io.plumbline.dialects.openscale.wire.OperationalSpacesApi;
import io.plumbline.domain.project.Project;
import io.plumbline.domain.project.Projects;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** Operational spaces, which are projects here. */
public final class OperationalSpacesAdapter implements OperationalSpacesApi {
    private static final String WHAT = "operational space";

    private final Projects projects;

    /** Over these use cases. */
    public OperationalSpacesAdapter(Projects projects) {
        this.projects = projects;
    }

    @Override
    public OperationalSpace addOperationalSpace(
            Call call, AddOperationalSpaceQuery query, OperationalSpaceRequest body) {
        return wire(projects.add(call.caller(), body.name(), description(body)));
    }

    @Override
    public OperationalSpace getOperationalSpace(Call call, String operationalSpaceId, GetOperationalSpaceQuery query) {
        return wire(projects.find(call.caller(), WireId.read(WHAT, operationalSpaceId)));
    }

    @Override
    public OperationalSpaceList listOperationalSpaces(Call call, ListOperationalSpacesQuery query) {
        List<OperationalSpace> found =
                projects.list(call.caller()).stream().map(this::wire).toList();
        return OperationalSpaceList.builder().operationalSpaces(found).build();
    }

    @Override
    public OperationalSpace patchOperationalSpace(
            Call call, String operationalSpaceId, PatchOperationalSpaceQuery query, List<JsonPatchOperation> body) {
        return wire(projects.change(call.caller(), WireId.read(WHAT, operationalSpaceId), now -> patched(now, body)));
    }

    private Project patched(Project now, List<JsonPatchOperation> patch) {
        ObjectNode after = Documents.patchedEntity(entity(now), patch);
        OperationalSpaceRequest request = Documents.value(after, OperationalSpaceRequest.class);
        return new Project(now.header(), request.name(), description(request), now.attributes());
    }

    @Override
    public void deleteOperationalSpace(Call call, String operationalSpaceId, DeleteOperationalSpaceQuery query) {
        projects.remove(call.caller(), WireId.read(WHAT, operationalSpaceId));
    }

    private static String description(OperationalSpaceRequest request) {
        return Objects.requireNonNullElse(request.description(), "");
    }

    private static OperationalSpaceEntity entity(Project project) {
        return OperationalSpaceEntity.builder()
                .name(project.name())
                .description(project.description())
                .build();
    }

    private OperationalSpace wire(Project project) {
        return OperationalSpace.builder()
                .metadata(Envelope.metadata(project.header(), "operational_space", "/v2/operational_spaces"))
                .entity(entity(project))
                .build();
    }
}
