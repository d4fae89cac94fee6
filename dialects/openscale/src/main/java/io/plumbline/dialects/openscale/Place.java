package io.plumbline.dialects.openscale;

import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.project.Projects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a call is at home. Clients name a project or a space; here both are one.
 *
 * @param projectId as the call names it
 * @param spaceId as the call names it
 */
public record Place(Optional<String> projectId, Optional<String> spaceId) {
    /** The place that these two parameters name: the whole organization where both are left out. */
    public static Place of(@Nullable String projectId, @Nullable String spaceId) {
        return new Place(Optional.ofNullable(projectId), Optional.ofNullable(spaceId));
    }

    /**
     * The project that is named; empty for the whole organization.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the caller sees none of this id
     */
    public Optional<Id> project(Projects projects, Caller caller) {
        return projectId
                .map(id -> named("project_id", id, projects, caller))
                .or(() -> spaceId.map(id -> named("space_id", id, projects, caller)));
    }

    private static Id named(String field, String id, Projects projects, Caller caller) {
        return Lookup.named(field, id, known -> projects.find(caller, known)).id();
    }

    /** Whether a thing is at the place: all are where no project is named, and none where one is named that is not there. */
    public boolean has(Header header) {
        return Stream.concat(projectId.stream(), spaceId.stream())
                .allMatch(id -> header.project().isPresent() && header.project().equals(WireId.parse(id)));
    }
}
