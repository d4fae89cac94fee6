package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.resource.Resources;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Connections of one kind as documents of this dialect. What the core has no word for is kept as it came. */
final class ConnectionDocuments {
    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String STATUS = "status";

    private final Connection.Kind kind;
    private final String what;
    private final String typeField;
    private final Resources<Connection> connections;
    private final Credentials credentials;
    private final Documents documents;

    /**
     * Of one kind.
     *
     * @param what it is called in messages
     * @param typeField the field that tells its type
     */
    ConnectionDocuments(
            Connection.Kind kind,
            String what,
            String typeField,
            Resources<Connection> connections,
            Credentials credentials,
            Documents documents) {
        this.kind = kind;
        this.what = what;
        this.typeField = typeField;
        this.connections = connections;
        this.credentials = credentials;
        this.documents = documents;
    }

    Connection add(Caller caller, Place place, Object request) {
        ObjectNode document = documents.tree(request);
        caller.require(io.plumbline.domain.identity.Permission.CONNECTION_WRITE, place.project());
        Optional<Id> secret = credentials.take(caller, place.project(), what, document);
        return connections.add(
                caller,
                place.project(),
                header -> new Connection(
                        header,
                        kind,
                        text(document, typeField),
                        text(document, NAME),
                        text(document, DESCRIPTION),
                        secret,
                        documents.document(document)));
    }

    Connection find(Caller caller, String wireId) {
        Connection found = connections.find(caller, WireId.read(what, wireId));
        if (found.kind() != kind) {
            throw PlumblineException.notFound(what, wireId);
        }
        return found;
    }

    List<Connection> list(Caller caller, Place place) {
        return connections.list(caller).stream()
                .filter(connection -> connection.kind() == kind && place.has(connection.header()))
                .toList();
    }

    /** Patches the entity; {@code check} fails where the patched one does not fit the contract. */
    Connection patch(Caller caller, String wireId, List<JsonPatchOperation> patch, Consumer<JsonNode> check) {
        Connection before = find(caller, wireId);
        ObjectNode patched = documents.patched(entity(before), patch);
        patched.remove(STATUS);
        check.accept(patched);
        caller.require(
                io.plumbline.domain.identity.Permission.CONNECTION_WRITE,
                before.header().project());
        Optional<Id> secret = credentials.take(caller, before.header().project(), what, patched);
        return connections.change(
                caller,
                before.id(),
                now -> new Connection(
                        now.header(),
                        kind,
                        text(patched, typeField),
                        text(patched, NAME),
                        text(patched, DESCRIPTION),
                        secret,
                        documents.document(patched)));
    }

    void remove(Caller caller, String wireId) {
        Connection removed = connections.remove(caller, find(caller, wireId).id());
        credentials.forget(caller, removed.secret());
    }

    /** The entity as it is answered, without a status. */
    ObjectNode entity(Connection connection) {
        return Credentials.put(documents.tree(connection.attributes()), connection.secret());
    }

    private static String text(ObjectNode document, String field) {
        return document.path(field).asString("");
    }
}
