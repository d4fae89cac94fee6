package io.plumbline.domain.project;

import io.plumbline.domain.Document;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.Resource;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.resource.Resources;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Projects as callers see them. Who has a role in a project sees the project. */
public final class Projects {
    private final Resources<Project> resources;
    private final List<Repository<? extends Resource<?>>> contents;

    /**
     * Over these projects.
     *
     * @param contents all that can be in a project
     */
    public Projects(Resources<Project> resources, List<Repository<? extends Resource<?>>> contents) {
        this.resources = resources;
        this.contents = List.copyOf(contents);
    }

    /** Adds a project, which takes a role in the whole organization. */
    public Project add(Caller caller, String name, String description) {
        return resources.add(
                caller,
                Optional.empty(),
                header -> new Project(header.in(Optional.of(header.id())), name, description, Document.EMPTY));
    }

    /**
     * The project with this id.
     *
     * @throws PlumblineException of {@link Failure.NotFound} also where the caller may not read it
     */
    public Project find(Caller caller, Id id) {
        return resources.find(caller, id);
    }

    /** All that the caller may read, oldest first. */
    public List<Project> list(Caller caller) {
        return resources.list(caller);
    }

    /** Changes a project to what the function makes of it. */
    public Project change(Caller caller, Id id, UnaryOperator<Project> change) {
        return resources.change(caller, id, change);
    }

    /**
     * Forgets a project.
     *
     * @throws PlumblineException of {@link Failure.Conflict} where something is in it
     */
    public void remove(Caller caller, Id id) {
        caller.require(Permission.PROJECT_WRITE, find(caller, id).header().project());
        boolean empty = contents.stream().noneMatch(repository -> holds(repository, caller.organization(), id));
        if (!empty) {
            throw new PlumblineException(new Failure.Conflict("something is in the project; delete that before"));
        }
        resources.remove(caller, id);
    }

    private static boolean holds(Repository<? extends Resource<?>> repository, Id organization, Id project) {
        return repository.list(organization).stream()
                .anyMatch(resource -> resource.header().project().equals(Optional.of(project)));
    }
}
