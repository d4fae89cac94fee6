package io.plumbline.http.server;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Role;
import io.plumbline.http.Limits;
import io.plumbline.http.Routes;
import io.plumbline.http.Wire;
import io.plumbline.http.credential.Credential;
import io.plumbline.http.gauges.GaugesApi;
import io.plumbline.http.gauges.ReadingsApi;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A server of the tests' dialect on a free port, and a client to call it. */
final class GaugeServer implements AutoCloseable {
    static final String ADMIN = "Bearer admin-key";
    static final String VIEWER = "Bearer viewer-key";
    static final String STRANGER = "Bearer stranger-key";

    final Gauges gauges = new Gauges();
    final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    GaugeServer(Limits limits) {
        Routes routes = new Routes(PlainDialect.wire(limits));
        Wire wire = GaugeDialect.wire(limits);
        for (String prefix : List.of("", "/gauges/{instance}")) {
            GaugesApi.routes(routes, prefix, gauges, wire);
            ReadingsApi.routes(routes, prefix, gauges, wire);
        }
        PrometheusRegistry registry = new PrometheusRegistry();
        OperationalRoutes.add(routes, registry, List.of(new ReadinessCheck("store", () -> problem)));
        new ApiPages(routes).add("gauges");
        server = HttpServer.start(
                ServerSettings.at("127.0.0.1", 0),
                routes,
                GaugeServer::caller,
                registry,
                AccessLog.to(log),
                InstantSource.system());
    }

    Optional<String> problem = Optional.empty();

    int port() {
        return server.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).header("Authorization", ADMIN));
    }

    HttpResponse<String> json(String method, String path, String body) {
        return send(request(path)
                .header("Authorization", ADMIN)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    String logged() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
        client.shutdownNow();
    }

    private static Caller caller(Credential credential) {
        return switch (credential) {
            case Credential.Bearer bearer -> caller(bearer.value());
            case Credential.Key key -> caller(key.secret());
            case Credential.Password password -> caller(password.user() + "-" + password.password());
        };
    }

    private static Caller caller(String key) {
        Id ours = new Id(1, 1);
        return switch (key) {
            case "admin-key" -> new Caller(ours, new Id(2, 1), "ada", List.of(new Grant(Role.ADMIN, Optional.empty())));
            case "viewer-key" ->
                new Caller(ours, new Id(2, 2), "vic", List.of(new Grant(Role.VIEWER, Optional.empty())));
            case "stranger-key" ->
                new Caller(new Id(1, 2), new Id(2, 3), "sam", List.of(new Grant(Role.ADMIN, Optional.empty())));
            default -> throw new PlumblineException(new Failure.Unauthenticated("the credential is wrong"));
        };
    }
}
