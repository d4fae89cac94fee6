package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.wire.ServiceProvider;
import io.plumbline.dialects.openscale.wire.ServiceProviderEntity;
import io.plumbline.dialects.openscale.wire.ServiceProviderList;
import io.plumbline.dialects.openscale.wire.ServiceProviderRequest;
import io.plumbline.dialects.openscale.wire.ServiceProvidersApi;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.connection.Connections;
import io.plumbline.domain.project.Projects;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Service providers: the platforms that serve the models. */
public final class ServiceProvidersAdapter implements ServiceProvidersApi {
    /** Headers that carry credentials: answers show headers, so such a one would be shown to all who may read. */
    private static final Set<String> CREDENTIAL_HEADERS = Set.of("authorization", "proxy-authorization", "cookie");

    private final ConnectionDocuments<ServiceProviderRequest> providers;
    private final Projects projects;
    private final Documents documents;

    /** Over these use cases. */
    public ServiceProvidersAdapter(Connections connections, Projects projects, Documents documents) {
        ConnectionDocuments.Shape<ServiceProviderRequest> shape = new ConnectionDocuments.Shape<>(
                Connection.Kind.SCORING,
                "service provider",
                "service_type",
                ServiceProviderRequest.class,
                ServiceProvidersAdapter::withoutSecretHeaders);
        this.providers = new ConnectionDocuments<>(shape, connections, documents);
        this.projects = projects;
        this.documents = documents;
    }

    private static ServiceProviderRequest withoutSecretHeaders(ServiceProviderRequest request) {
        Map<String, String> headers = Objects.requireNonNullElse(request.requestHeaders(), Map.of());
        if (headers.keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(CREDENTIAL_HEADERS::contains)) {
            throw PlumblineException.invalid(
                    "request_headers", "headers are shown in answers: send what is secret as credentials");
        }
        return request;
    }

    @Override
    public ServiceProvider addServiceProvider(Call call, AddServiceProviderQuery query, ServiceProviderRequest body) {
        Place place = Place.of(query.projectId(), query.spaceId());
        return wire(providers.add(call.caller(), place.toAddTo(projects, call.caller()), body));
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
                .entity(documents.value(providers.entity(provider), ServiceProviderEntity.class))
                .build();
    }
}
