package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.project.Projects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The project that a call is about. Clients send it as a project or as a space; here both are one.
 *
 * @param project empty where the call is about the whole organization
 */
public record Place(Optional<Id> project) {
    /**
     * The place that these two parameters name.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.NotFound} where one is no id of ours
     */
    public static Place of(@Nullable String projectId, @Nullable String spaceId) {
        String named = projectId != null ? projectId : spaceId;
        return new Place(Optional.ofNullable(named).map(id -> WireId.read("project", id)));
    }

    /**
     * The project to put something new into.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.NotFound} where the caller sees none of this id
     */
    public Optional<Id> toAddTo(Projects projects, Caller caller) {
        return project.map(id -> projects.find(caller, id).id());
    }

    /** Whether a thing is at the place; everything is in the whole organization. */
    public boolean has(Header header) {
        return project.isEmpty() || project.equals(header.project());
    }
}
