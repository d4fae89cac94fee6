package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.Lookup;
import io.plumbline.dialects.openscale.Place;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.SubscriptionEntity;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Resource;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.project.Projects;
import io.plumbline.domain.resource.Resources;
import java.util.List;
import java.util.Optional;

/** Finds what requests name by its id. What is not there is a request that makes no sense, and the message names the field. */
public final class References {
    private final Resources<Connection> connections;
    private final Resources<Model> models;
    private final Projects projects;

    /** Among these. */
    public References(Resources<Connection> connections, Resources<Model> models, Projects projects) {
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

    /** The integrated system that a field names. */
    public Connection integratedSystem(Caller caller, String field, String id) {
        return connection(caller, field, id, Connection.Kind.INTEGRATION);
    }

    /** The subscription that a field names. */
    public Model subscription(Caller caller, String field, String id) {
        Model found = find(models, caller, field, id);
        if (!Subscriptions.isSubscription(found)) {
            throw Lookup.missing(field, id);
        }
        return found;
    }

    /**
     * The subscription of this id.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.NotFound} also where the caller may not read it
     */
    public Model subscription(Caller caller, String id) {
        return Lookup.found(id, known -> models.find(caller, known))
                .filter(Subscriptions::isSubscription)
                .orElseThrow(() -> PlumblineException.notFound("subscription", id));
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
        return Lookup.named(field, id, known -> projects.find(caller, known)).id();
    }

    /** The project that a new resource is put into: that which a call names, if it names one. */
    public Optional<Id> project(Caller caller, Place place) {
        return place.project(projects, caller);
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

    private Connection connection(Caller caller, String field, String id, Connection.Kind kind) {
        Connection found = find(connections, caller, field, id);
        if (found.kind() != kind) {
            throw Lookup.missing(field, id);
        }
        return found;
    }

    private static <T extends Resource<T>> T find(Resources<T> resources, Caller caller, String field, String id) {
        return Lookup.named(field, id, known -> resources.find(caller, known));
    }
}
