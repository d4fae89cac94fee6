package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.wire.DataMart;
import io.plumbline.dialects.openscale.wire.DataMartEntity;
import io.plumbline.dialects.openscale.wire.DataMartList;
import io.plumbline.dialects.openscale.wire.DataMartRequest;
import io.plumbline.dialects.openscale.wire.DataMartsApi;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.resource.Resources;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Data marts: where records are kept, which here is always the server's own store. */
public final class DataMartsAdapter implements DataMartsApi {
    private final ConnectionDocuments marts;
    private final Resources<Model> models;
    private final Documents documents;

    /** Over these use cases. */
    public DataMartsAdapter(
            Resources<Connection> connections, Resources<Model> models, Credentials credentials, Documents documents) {
        this.marts = new ConnectionDocuments(
                Connection.Kind.STORE, "data mart", "internal_database", connections, credentials, documents);
        this.models = models;
        this.documents = documents;
    }

    @Override
    public DataMart addDataMart(Call call, AddDataMartQuery query, DataMartRequest body) {
        check(body);
        return wire(marts.add(call.caller(), Place.of(query.projectId(), query.spaceId()), body));
    }

    @Override
    public DataMart getDataMart(Call call, String dataMartId, GetDataMartQuery query) {
        return wire(marts.find(call.caller(), dataMartId));
    }

    @Override
    public DataMartList listDataMarts(Call call, ListDataMartsQuery query) {
        List<DataMart> found = marts.list(call.caller(), Place.of(query.projectId(), query.spaceId())).stream()
                .map(this::wire)
                .toList();
        return DataMartList.builder().dataMarts(found).build();
    }

    @Override
    public DataMart patchDataMart(
            Call call, String dataMartId, PatchDataMartQuery query, List<JsonPatchOperation> body) {
        return wire(marts.patch(
                call.caller(), dataMartId, body, patched -> check(documents.value(patched, DataMartRequest.class))));
    }

    @Override
    public void deleteDataMart(Call call, String dataMartId, DeleteDataMartQuery query) {
        Connection mart = marts.find(call.caller(), dataMartId);
        boolean used = models.list(call.caller()).stream()
                .anyMatch(model -> model.store().equals(Optional.of(mart.id())));
        if (used) {
            throw new PlumblineException(
                    new Failure.Conflict("the data mart has subscriptions; delete them before it"));
        }
        marts.remove(call.caller(), dataMartId);
    }

    private static void check(DataMartRequest request) {
        boolean internal = Boolean.TRUE.equals(request.internalDatabase());
        if (!internal || request.databaseConfiguration() != null) {
            throw PlumblineException.invalid(
                    "internal_database",
                    "records are kept by this server itself: send internal_database as true, without a database_configuration");
        }
    }

    private DataMart wire(Connection mart) {
        ObjectNode entity = marts.entity(mart);
        entity.set("status", documents.tree(Envelope.active()));
        return DataMart.builder()
                .metadata(Envelope.metadata(mart.header(), "data_mart", "/v2/data_marts"))
                .entity(documents.value(entity, DataMartEntity.class))
                .build();
    }
}
