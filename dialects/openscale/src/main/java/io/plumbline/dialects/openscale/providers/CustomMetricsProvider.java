package io.plumbline.dialects.openscale.providers;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Repository;
import io.plumbline.domain.check.MetricsProvider;
import io.plumbline.domain.connection.Connection;
import io.plumbline.domain.measurement.Publication.Group;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.secret.Secrets;
import io.plumbline.http.client.GuardedAnswer;
import io.plumbline.http.client.GuardedClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import tools.jackson.databind.JsonNode;

/**
 * An integrated system that measures a monitor. Nothing is opened before it is needed: the system may be changed, or gone, when a check runs.
 *
 * @param monitor that it measures
 * @param id of the integrated system, as it goes over the wire
 * @param connections among which it is found
 * @param secrets that hold its credentials
 * @param client that calls it
 */
record CustomMetricsProvider(
        Monitor monitor, String id, Repository<Connection> connections, Secrets secrets, GuardedClient client)
        implements MetricsProvider {
    private static final String TYPE = "custom_metrics_provider";
    private static final String KIND = "custom_metrics_provider_type";
    /** One that is asked by making a job of another platform. */
    private static final String BATCH = "wml_batch";

    private static final String WAIT_TIME = "custom_metrics_wait_time";
    private static final long DEFAULT_SECONDS = 60;
    private static final long MOST_SECONDS = 3600;

    @Override
    public void verify() {
        if (monitor.parameters().text(KIND).filter(BATCH::equals).isPresent()) {
            throw new PlumblineException(
                    new Failure.NotSupported("custom metrics providers that are batch deployments are not called yet"));
        }
        if (patience().isZero() || patience().toSeconds() > MOST_SECONDS) {
            throw PlumblineException.invalid(
                    "parameters." + WAIT_TIME,
                    WAIT_TIME + " is 1 to " + MOST_SECONDS + " seconds, not "
                            + patience().toSeconds());
        }
        endpoint(connection());
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(monitor.parameters().count(WAIT_TIME).orElse(DEFAULT_SECONDS));
    }

    @Override
    public Future<List<Group>> ask(Question question) {
        FutureTask<List<Group>> call = new FutureTask<>(() -> call(question));
        Thread.ofVirtual().name("custom metrics of " + question.check().id()).start(call);
        return call;
    }

    private List<Group> call(Question question) {
        Connection connection = connection();
        URI endpoint = endpoint(connection);
        ProviderCredentials credentials = ProviderCredentials.of(connection
                .secret()
                .map(secret -> secrets.open(connection.header().organization(), secret)));
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(patience())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(Documents.bytes(ProviderRequest.of(question))));
        GuardedAnswer answer = client.send(credentials.authorized(request, client));
        return new ProviderAnswer(question.definition(), endpoint.getHost(), credentials).read(answer);
    }

    /** A system of another project is not found: whoever set the monitor might not be allowed to use it. */
    private Connection connection() {
        return WireId.parse(id)
                .flatMap(known -> connections.find(monitor.header().organization(), known))
                .filter(found -> found.type().equals(TYPE))
                .filter(found -> found.header().project().isEmpty()
                        || found.header().project().equals(monitor.header().project()))
                .orElseThrow(() -> PlumblineException.invalid(
                        "parameters." + CustomMetricsProviders.PROVIDER,
                        "there is no integrated system " + id + " of the type " + TYPE + " for this monitor"));
    }

    private static URI endpoint(Connection connection) {
        JsonNode given = Documents.tree(connection.attributes()).at("/connection/endpoint");
        return address(given.asString(""))
                .orElseThrow(() -> PlumblineException.invalid(
                        "connection.endpoint",
                        "the integrated system " + WireId.of(connection.id())
                                + " has no connection.endpoint that is an address of http or https"));
    }

    /** The address that a text is; empty where it is none to call. */
    static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            boolean callable = address.getHost() != null
                    && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
            return callable ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
