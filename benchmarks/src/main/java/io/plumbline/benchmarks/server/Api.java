package io.plumbline.benchmarks.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a server; every answer that is none of a success ends the benchmark. */
final class Api implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final String key;

    Api(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return tree(send(request(path).build()), path);
    }

    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return tree(send(posting(path, body.toString().getBytes(StandardCharsets.UTF_8))), path);
    }

    JsonNode patch(String path, JsonNode body) throws IOException, InterruptedException {
        return tree(
                send(request(path)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(body.toString()))
                        .build()),
                path);
    }

    /** Whether the server took it, rather than saying that it has too much to do. */
    boolean offer(String path, byte[] json) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(posting(path, json));
        if (answer.statusCode() == TOO_MANY || answer.statusCode() == UNAVAILABLE) {
            return false;
        }
        requireSuccess(answer, path);
        return true;
    }

    private HttpRequest posting(String path, byte[] json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private static JsonNode tree(HttpResponse<String> answer, String path) {
        requireSuccess(answer, path);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void requireSuccess(HttpResponse<String> answer, String path) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " was answered by " + answer.statusCode() + ": " + answer.body());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
