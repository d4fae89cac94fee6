package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.Place;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.Id;
import io.plumbline.domain.Names;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.connection.Connections;
import io.plumbline.domain.connection.Draft;
import io.plumbline.domain.connection.GivenCredentials;
import io.plumbline.domain.identity.Caller;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Connections of one kind as documents of this dialect. What the core has no word for is kept as it came.
 *
 * @param <R> what is sent to make one
 */
final class ConnectionDocuments<R> {
    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";

    private final Shape<R> shape;
    private final Connections connections;

    /** Of this shape, over these connections. */
    ConnectionDocuments(Shape<R> shape, Connections connections) {
        this.shape = shape;
        this.connections = connections;
    }

    /**
     * How connections of one kind look.
     *
     * @param kind in the core
     * @param what they are called in messages
     * @param typeField the field that tells the type
     * @param request what is sent to make one
     * @param checked returns what is kept of a request, or fails where it cannot be
     */
    record Shape<R>(Connection.Kind kind, String what, String typeField, Class<R> request, UnaryOperator<R> checked) {}

    Connection add(Caller caller, Optional<Id> project, R request) {
        return connections.add(caller, project, shape.kind(), draft(request));
    }

    Connection find(Caller caller, String wireId) {
        return connections.find(caller, shape.kind(), id(wireId));
    }

    List<Connection> list(Caller caller, Place place) {
        return connections.list(caller, shape.kind()).stream()
                .filter(connection -> place.has(connection.header()))
                .toList();
    }

    /** Patches the entity; what comes out has to be something that could have been sent. */
    Connection patch(Caller caller, String wireId, List<JsonPatchOperation> patch) {
        return connections.change(
                caller,
                shape.kind(),
                id(wireId),
                before -> draft(Documents.value(Documents.patchedEntity(entity(before), patch), shape.request())));
    }

    void remove(Caller caller, String wireId) {
        connections.remove(caller, shape.kind(), id(wireId));
    }

    /** The entity as it is answered. A connection is not called when it is made, so it is ready at once. */
    ObjectNode entity(Connection connection) {
        ObjectNode entity = Credentials.put((ObjectNode) Documents.tree(connection.attributes()), connection.secret());
        entity.set("status", Documents.tree(Envelope.active()));
        return entity;
    }

    private Draft draft(R request) {
        ObjectNode document = Documents.object(shape.checked().apply(request));
        GivenCredentials credentials = Credentials.take(document);
        if (document.has(NAME)) {
            Names.checkGiven(text(document, NAME));
        }
        return new Draft(
                text(document, shape.typeField()),
                text(document, NAME),
                text(document, DESCRIPTION),
                credentials,
                Documents.of(document));
    }

    private Id id(String wireId) {
        return WireId.read(shape.what(), wireId);
    }

    private static String text(ObjectNode document, String field) {
        return document.path(field).asString("");
    }
}
