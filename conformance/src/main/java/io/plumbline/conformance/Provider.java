package io.plumbline.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A custom metrics provider on this machine: it publishes a measurement for the run that it is called for, and says that the run is over. */
final class Provider implements AutoCloseable {
    /** Whoever calls has to bring it. */
    static final String TOKEN = "a token of the provider";

    private final HttpServer server;
    private final Client client;

    private Provider(HttpServer server, Client client) {
        this.server = server;
        this.client = client;
    }

    static Provider start(Client client) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Provider provider = new Provider(server, client);
            server.createContext("/", provider::measure);
            server.createContext("/broken", exchange -> answer(exchange, 500, "{}"));
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void measure(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!("Bearer " + TOKEN).equals(authorization)) {
            answer(exchange, 401, "{}");
            return;
        }
        JsonNode values =
                JsonMapper.shared().readTree(exchange.getRequestBody()).at("/input_data/0/values");
        String monitor = "/v2/monitor_instances/"
                + values.path("custom_monitor_instance_id").asString();
        String run = values.path("custom_monitor_run_id").asString();
        String now = Instant.now().toString();
        client.post(monitor + "/measurements", """
                [{"timestamp": "%s", "run_id": "%s", "metrics": [{"gain": 3.5}]}]
                """.formatted(now, run), 202);
        client.call("PATCH", monitor + "/runs/" + run, "application/json-patch+json", """
                [{"op": "replace", "path": "/status/state", "value": "finished"},
                 {"op": "replace", "path": "/status/completed_at", "value": "%s"}]
                """.formatted(now), 200);
        answer(exchange, 200, "{\"predictions\": [{\"values\": []}]}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
