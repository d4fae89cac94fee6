package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.Place;
import io.plumbline.dialects.openscale.RequestHeaders;
import io.plumbline.dialects.openscale.wire.ServiceProvider;
import io.plumbline.dialects.openscale.wire.ServiceProviderEntity;
import io.plumbline.dialects.openscale.wire.ServiceProviderList;
import io.plumbline.dialects.openscale.wire.ServiceProviderRequest;
import io.plumbline.dialects.openscale.wire.ServiceProvidersApi;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.connection.Connections;
import io.plumbline.domain.project.Projects;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Service providers: the platforms that serve the models. */
public final class ServiceProvidersAdapter implements ServiceProvidersApi {
    private final ConnectionDocuments<ServiceProviderRequest> providers;
    private final Projects projects;

    /** Over these use cases. */
    public ServiceProvidersAdapter(Connections connections, Projects projects) {
        ConnectionDocuments.Shape<ServiceProviderRequest> shape = new ConnectionDocuments.Shape<>(
                Connection.Kind.SCORING,
                "service provider",
                "service_type",
                ServiceProviderRequest.class,
                ServiceProvidersAdapter::withoutSecretHeaders);
        this.providers = new ConnectionDocuments<>(shape, connections);
        this.projects = projects;
    }

    private static ServiceProviderRequest withoutSecretHeaders(ServiceProviderRequest request) {
        RequestHeaders.check("request_headers", request.requestHeaders());
        return request;
    }

    @Override
    public ServiceProvider addServiceProvider(Call call, AddServiceProviderQuery query, ServiceProviderRequest body) {
        Place place = Place.of(query.projectId(), query.spaceId());
        return wire(providers.add(call.caller(), place.project(projects, call.caller()), body));
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
        return wire(providers.patch(call.caller(), serviceProviderId, body));
    }

    @Override
    public void deleteServiceProvider(Call call, String serviceProviderId, DeleteServiceProviderQuery query) {
        providers.remove(call.caller(), serviceProviderId);
    }

    private ServiceProvider wire(Connection provider) {
        return ServiceProvider.builder()
                .metadata(Envelope.metadata(provider.header(), "service_provider", "/v2/service_providers"))
                .entity(Documents.value(providers.entity(provider), ServiceProviderEntity.class))
                .build();
    }
}
