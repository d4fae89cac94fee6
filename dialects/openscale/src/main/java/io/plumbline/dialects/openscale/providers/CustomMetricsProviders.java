package io.plumbline.dialects.openscale.providers;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.Repository;
import io.plumbline.domain.check.MetricsProvider;
import io.plumbline.domain.check.MetricsProviders;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.secret.Secrets;
import io.plumbline.http.client.GuardedClient;
import java.util.Optional;

/** Integrated systems of the type {@code custom_metrics_provider}: a monitor names one in its parameters, or its definition does. */
public final class CustomMetricsProviders implements MetricsProviders {
    /** The parameter of a monitor that names the integrated system. */
    static final String PROVIDER = "custom_metrics_provider_id";

    private static final String ENABLED = "enable_custom_metric_runs";

    private final Repository<CustomMonitor> definitions;
    private final Repository<Connection> connections;
    private final Secrets secrets;
    private final GuardedClient client;

    /** Those among these connections, called by this client with these credentials. */
    public CustomMetricsProviders(
            Repository<CustomMonitor> definitions,
            Repository<Connection> connections,
            Secrets secrets,
            GuardedClient client) {
        this.definitions = definitions;
        this.connections = connections;
        this.secrets = secrets;
        this.client = client;
    }

    @Override
    public Optional<MetricsProvider> of(Monitor monitor) {
        boolean enabled = monitor.parameters().truth(ENABLED).orElse(true);
        return enabled
                ? named(monitor).map(id -> new CustomMetricsProvider(monitor, id, connections, secrets, client))
                : Optional.empty();
    }

    private Optional<String> named(Monitor monitor) {
        return monitor.parameters()
                .text(PROVIDER)
                .or(() -> definitions.list(monitor.header().organization()).stream()
                        .filter(custom -> custom.definition().id().equals(monitor.definition()))
                        .findFirst()
                        .flatMap(CustomMonitor::provider)
                        .map(WireId::of));
    }
}
