package io.plumbline.server;

import io.plumbline.server.config.Configuration;
import io.plumbline.server.config.Setting;
import io.plumbline.server.config.Settings;
import io.plumbline.server.serve.Announcements;
import io.plumbline.server.serve.Server;
import io.plumbline.server.serve.ServerLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts a server on a new folder and again on what is then there, and asks it for a little of everything. */
final class ServerWarmUp {
    private static final String KEY = "warm-up-key";
    private static final List<String> PATHS = List.of("/health", "/ready", "/metrics", "/v2/data_marts", "/v2/nothing");
    private static final String ASSET =
            "\"asset\":{\"asset_id\":\"a\",\"name\":\"a\",\"url\":\"http://127.0.0.1:9/a\",\"asset_type\":\"model\",\"input_data_type\":\"structured\",\"problem_type\":\"regression\"},"
                    + "\"deployment\":{\"deployment_id\":\"d\",\"name\":\"d\",\"deployment_type\":\"online\"},"
                    + "\"asset_properties\":{\"feature_fields\":[\"x\",\"c\"],\"categorical_fields\":[\"c\"]}";
    private static final String RECORDS =
            "[{\"scoring_id\":\"1\",\"x\":0.5,\"c\":\"red\"},{\"scoring_id\":\"2\",\"x\":1,\"c\":null}]";

    private final Path data;
    private final PrintWriter out;

    ServerWarmUp(Path data, PrintWriter out) {
        this.data = data;
        this.out = out;
    }

    void run() throws IOException {
        ServerLog.configure();
        try (Server server = start()) {
            askAround(server);
            keepRecords(server);
        }
        try (Server server = start()) {
            askAround(server);
        }
    }

    private Server start() throws IOException {
        Map<Setting, String> settings = Map.of(
                Setting.PORT, "0", Setting.DATA, data.toString(), Setting.ACCESS_LOG, "", Setting.ADMIN_KEY, KEY);
        return Server.start(
                Configuration.of(Settings.of(settings, Map.of(), Optional.empty())), new Announcements(out));
    }

    private static void askAround(Server server) throws IOException {
        for (String path : PATHS) {
            ask(server, path, Optional.empty());
        }
    }

    private static void keepRecords(Server server) throws IOException {
        String mart = id(ask(server, "/v2/data_marts", Optional.of("{\"internal_database\":true}")));
        String provider = id(ask(
                server,
                "/v2/service_providers",
                Optional.of("{\"name\":\"p\",\"service_type\":\"custom_machine_learning\",\"credentials\":{}}")));
        String subscription = id(ask(
                server,
                "/v2/subscriptions",
                Optional.of("{\"data_mart_id\":\"" + mart + "\",\"service_provider_id\":\"" + provider + "\"," + ASSET
                        + "}")));
        JsonNode found = ask(
                server,
                "/v2/data_sets?type=payload_logging&target.target_type=subscription&target.target_id=" + subscription,
                Optional.empty());
        String records = "/v2/data_sets/" + id(found.at("/data_sets/0")) + "/records";
        ask(server, records, Optional.of(RECORDS));
        ask(server, records, Optional.empty());
    }

    private static String id(JsonNode resource) {
        return resource.at("/metadata/id").asString();
    }

    /** The answer, where it is JSON. */
    private static JsonNode ask(Server server, String path, Optional<String> body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + server.port() + path).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + KEY);
        connection.setRequestProperty("Content-Type", "application/json");
        if (body.isPresent()) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.get().getBytes(StandardCharsets.UTF_8));
        }
        boolean isJson = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                && String.valueOf(connection.getContentType()).startsWith("application/json");
        if (!isJson) {
            return JsonMapper.shared().missingNode();
        }
        try (InputStream answer = connection.getInputStream()) {
            return JsonMapper.shared().readTree(answer);
        }
    }
}
