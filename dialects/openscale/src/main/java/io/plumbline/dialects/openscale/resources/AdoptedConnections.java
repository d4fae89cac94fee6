package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.wire.DataMartRequest;
import io.plumbline.dialects.openscale.wire.ServiceProviderRequest;
import io.plumbline.dialects.openscale.wire.ServiceType;
import io.plumbline.domain.connection.Draft;
import io.plumbline.domain.connection.GivenCredentials;

/** Connections that are added in the core's words alone, made visible to clients of this dialect. */
public final class AdoptedConnections {
    private AdoptedConnections() {}

    /** This server's own store, as a data mart. */
    public static Draft dataMart(String name) {
        DataMartRequest request =
                DataMartRequest.builder().name(name).internalDatabase(true).build();
        return new Draft("true", name, "", new GivenCredentials.None(), Documents.of(request));
    }

    /** What serves models and is not called from here, as a service provider. */
    public static Draft serviceProvider(String name) {
        ServiceType type = ServiceType.CUSTOM_MACHINE_LEARNING;
        ServiceProviderRequest request =
                ServiceProviderRequest.builder().name(name).serviceType(type).build();
        return new Draft(type.wireName(), name, "", new GivenCredentials.None(), Documents.of(request));
    }
}
