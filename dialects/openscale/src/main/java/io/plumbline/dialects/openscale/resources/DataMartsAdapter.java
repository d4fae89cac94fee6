package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.Place;
import io.plumbline.dialects.openscale.wire.DataMart;
import io.plumbline.dialects.openscale.wire.DataMartEntity;
import io.plumbline.dialects.openscale.wire.DataMartList;
import io.plumbline.dialects.openscale.wire.DataMartRequest;
import io.plumbline.dialects.openscale.wire.DataMartsApi;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.connection.Connections;
import io.plumbline.domain.project.Projects;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;

/** Data marts: where records are kept, which here is always the server's own store. */
public final class DataMartsAdapter implements DataMartsApi {
    private final ConnectionDocuments<DataMartRequest> marts;
    private final Projects projects;

    /** Over these use cases. */
    public DataMartsAdapter(Connections connections, Projects projects) {
        ConnectionDocuments.Shape<DataMartRequest> shape = new ConnectionDocuments.Shape<>(
                Connection.Kind.STORE,
                "data mart",
                "internal_database",
                DataMartRequest.class,
                DataMartsAdapter::ofThisServer);
        this.marts = new ConnectionDocuments<>(shape, connections);
        this.projects = projects;
    }

    @Override
    public DataMart addDataMart(Call call, AddDataMartQuery query, DataMartRequest body) {
        Place place = Place.of(query.projectId(), query.spaceId());
        return wire(marts.add(call.caller(), place.project(projects, call.caller()), body));
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
        return wire(marts.patch(call.caller(), dataMartId, body));
    }

    @Override
    public void deleteDataMart(Call call, String dataMartId, DeleteDataMartQuery query) {
        marts.remove(call.caller(), dataMartId);
    }

    /** A database that is named beside is left out: the contract says that it is ignored, and its credentials are none of ours. */
    private static DataMartRequest ofThisServer(DataMartRequest request) {
        if (!Boolean.TRUE.equals(request.internalDatabase())) {
            throw PlumblineException.invalid(
                    "internal_database", "records are kept by this server itself: send internal_database as true");
        }
        return DataMartRequest.builder()
                .name(request.name())
                .description(request.description())
                .serviceInstanceCrn(request.serviceInstanceCrn())
                .internalDatabase(true)
                .databaseDiscovery(request.databaseDiscovery())
                .build();
    }

    private DataMart wire(Connection mart) {
        return DataMart.builder()
                .metadata(Envelope.metadata(mart.header(), "data_mart", "/v2/data_marts"))
                .entity(Documents.value(marts.entity(mart), DataMartEntity.class))
                .build();
    }
}
