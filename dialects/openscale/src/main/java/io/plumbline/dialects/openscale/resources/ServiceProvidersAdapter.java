package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.wire.ServiceProvider;
import io.plumbline.dialects.openscale.wire.ServiceProviderEntity;
import io.plumbline.dialects.openscale.wire.ServiceProviderList;
import io.plumbline.dialects.openscale.wire.ServiceProviderRequest;
import io.plumbline.dialects.openscale.wire.ServiceProvidersApi;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.resource.Resources;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Service providers: the platforms that serve the models. */
public final class ServiceProvidersAdapter implements ServiceProvidersApi {
    private final ConnectionDocuments providers;
    private final Resources<Model> models;
    private final Documents documents;

    /** Over these use cases. */
    public ServiceProvidersAdapter(
            Resources<Connection> connections, Resources<Model> models, Credentials credentials, Documents documents) {
        this.providers = new ConnectionDocuments(
                Connection.Kind.SCORING, "service provider", "service_type", connections, credentials, documents);
        this.models = models;
        this.documents = documents;
    }

    @Override
    public ServiceProvider addServiceProvider(Call call, AddServiceProviderQuery query, ServiceProviderRequest body) {
        return wire(providers.add(call.caller(), Place.of(query.projectId(), query.spaceId()), body));
    }

    @Override
    public ServiceProvider getServiceProvider(Call call, String serviceProviderId, GetServiceProviderQuery query) {
        return wire(providers.find(call.caller(), serviceProviderId));
    }

    @Override
    public ServiceProviderList listServiceProviders(Call call, ListServiceProvidersQuery query) {
        List<ServiceProvider> found =
                providers.list(call.caller(), Place.of(query.projectId(), query.spaceId())).stream()
                        .map(this::wire)
                        .filter(provider -> fits(provider.entity(), query))
                        .toList();
        return ServiceProviderList.builder().serviceProviders(found).build();
    }

    private static boolean fits(ServiceProviderEntity entity, ListServiceProvidersQuery query) {
        return (query.serviceType() == null || query.serviceType() == entity.serviceType())
                && among(query.instanceId(), entity.instanceId())
                && among(query.operationalSpaceId(), entity.operationalSpaceId())
                && among(query.deploymentSpaceId(), entity.deploymentSpaceId())
                && among(query.integratedProjectId(), entity.integratedProjectId());
    }

    private static boolean among(@Nullable List<String> wanted, @Nullable String value) {
        return wanted == null || (value != null && wanted.contains(value));
    }

    @Override
    public ServiceProvider patchServiceProvider(
            Call call, String serviceProviderId, PatchServiceProviderQuery query, List<JsonPatchOperation> body) {
        return wire(providers.patch(
                call.caller(),
                serviceProviderId,
                body,
                patched -> documents.value(patched, ServiceProviderRequest.class)));
    }

    @Override
    public void deleteServiceProvider(Call call, String serviceProviderId, DeleteServiceProviderQuery query) {
        Connection provider = providers.find(call.caller(), serviceProviderId);
        boolean used = models.list(call.caller()).stream()
                .anyMatch(model -> model.scoring().equals(Optional.of(provider.id())));
        if (used) {
            throw new PlumblineException(
                    new Failure.Conflict("the service provider has subscriptions; delete them before it"));
        }
        providers.remove(call.caller(), serviceProviderId);
    }

    private ServiceProvider wire(Connection provider) {
        ObjectNode entity = providers.entity(provider);
        entity.set("status", documents.tree(Envelope.active()));
        return ServiceProvider.builder()
                .metadata(Envelope.metadata(provider.header(), "service_provider", "/v2/service_providers"))
                .entity(documents.value(entity, ServiceProviderEntity.class))
                .build();
    }
}
