package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.SubscriptionEntity;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Resource;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.project.Project;
import io.plumbline.domain.resource.Resources;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what requests name by its id. What is not there is a request that makes no sense, and the message names the field. */
public final class References {
    private final Resources<Connection> connections;
    private final Resources<Model> models;
    private final Resources<Project> projects;

    /** Among these. */
    public References(Resources<Connection> connections, Resources<Model> models, Resources<Project> projects) {
        this.connections = connections;
        this.models = models;
        this.projects = projects;
    }

    /**
     * Connections that a subscription names.
     *
     * @param dataMart keeps its records
     * @param serviceProvider serves its model
     */
    record Named(Id dataMart, Id serviceProvider) {}

    /** The connections that an entity names; the other subscription that it may name is looked for as well. */
    Named named(Caller caller, SubscriptionEntity entity) {
        Optional.ofNullable(entity.preProductionReferenceId())
                .ifPresent(id -> subscription(caller, "pre_production_reference_id", id));
        return new Named(
                dataMart(caller, "data_mart_id", entity.dataMartId()).id(),
                serviceProvider(caller, "service_provider_id", entity.serviceProviderId())
                        .id());
    }

    /** The data mart that a field names. */
    Connection dataMart(Caller caller, String field, String id) {
        return connection(caller, field, id, Connection.Kind.STORE);
    }

    /** The service provider that a field names. */
    Connection serviceProvider(Caller caller, String field, String id) {
        return connection(caller, field, id, Connection.Kind.SCORING);
    }

    /** The subscription that a field names. */
    public Model subscription(Caller caller, String field, String id) {
        Model found = find(models, caller, field, id);
        if (!Subscriptions.isSubscription(found)) {
            throw missing(field, id);
        }
        return found;
    }

    /** All data marts, oldest first. */
    List<Connection> dataMarts(Caller caller) {
        return connections.list(caller).stream()
                .filter(connection -> connection.kind() == Connection.Kind.STORE)
                .toList();
    }

    /** All service providers. */
    List<Connection> serviceProviders(Caller caller) {
        return connections.list(caller).stream()
                .filter(connection -> connection.kind() == Connection.Kind.SCORING)
                .toList();
    }

    /** The project that a field names. */
    Id project(Caller caller, String field, String id) {
        return find(projects, caller, field, id).id();
    }

    /** The project that a new resource is put into: that of one of the two parameters, if one is given. */
    public Optional<Id> chosenProject(Caller caller, @Nullable String projectId, @Nullable String spaceId) {
        return projectId == null
                ? Optional.ofNullable(spaceId).map(id -> project(caller, "space_id", id))
                : Optional.of(project(caller, "project_id", projectId));
    }

    /** Fails where what is to belong to a subscription is to be put into another project than it. */
    public static void requireSameProject(String what, Optional<Id> chosen, Model subscription) {
        if (chosen.isPresent() && !chosen.equals(subscription.header().project())) {
            throw PlumblineException.invalid(
                    "target.target_id",
                    "the subscription " + WireId.of(subscription.id()) + " belongs to another project than the "
                            + what);
        }
    }

    /** What a list is narrowed to by the two parameters; nothing where they name no project. */
    public static Predicate<Header> within(@Nullable String projectId, @Nullable String spaceId) {
        return Stream.of(Optional.ofNullable(projectId), Optional.ofNullable(spaceId))
                .flatMap(Optional::stream)
                .map(References::in)
                .reduce(header -> true, Predicate::and);
    }

    private static Predicate<Header> in(String id) {
        Optional<Id> project = WireId.parse(id);
        return header -> project.isPresent() && header.project().equals(project);
    }

    private Connection connection(Caller caller, String field, String id, Connection.Kind kind) {
        Connection found = find(connections, caller, field, id);
        if (found.kind() != kind) {
            throw missing(field, id);
        }
        return found;
    }

    private static <T extends Resource<T>> T find(Resources<T> resources, Caller caller, String field, String id) {
        return found(id, known -> resources.find(caller, known)).orElseThrow(() -> missing(field, id));
    }

    /** What is found by an id as it goes over the wire; empty where nothing is, or nothing that the caller may see. */
    public static <T> Optional<T> found(String id, Function<Id, T> find) {
        try {
            return WireId.parse(id).map(find);
        } catch (PlumblineException e) {
            if (e.failure() instanceof Failure.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static PlumblineException missing(String field, String id) {
        return PlumblineException.invalid(field, "the field " + field + " names " + id + ", which is not there");
    }
}
