package io.plumbline.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a server and holds its answers to what is expected. */
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String authorization;

    Client(URI server, String authorization) {
        this.server = server;
        this.authorization = authorization;
    }

    /**
     * An answer.
     *
     * @param location the header of this name, empty where there is none
     */
    record Answer(int status, JsonNode body, String location) {
        String id() {
            return body.at("/metadata/id").asString();
        }
    }

    JsonNode get(String path) {
        return call("GET", path, "application/json", "", 200).body();
    }

    Answer post(String path, Object body, int status) {
        return call("POST", path, "application/json", body.toString(), status);
    }

    void delete(String path) {
        call("DELETE", path, "application/json", "", 202);
    }

    /** Makes a call that is answered in JSON, and fails unless it is by this status. */
    Answer call(String method, String path, String contentType, String body, int status) {
        HttpResponse<String> response = send(method, path, contentType, body, status);
        String text = response.body().isEmpty() ? "null" : response.body();
        return new Answer(
                status,
                JsonMapper.shared().readTree(text),
                response.headers().firstValue("Location").orElse(""));
    }

    /** Makes a call, and fails unless it is answered by this status. */
    HttpResponse<String> send(String method, String path, String contentType, String body, int status) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", contentType)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = send(request);
        Check.that(
                response.statusCode() == status,
                method + " " + path + " was answered by " + response.statusCode() + " instead of " + status + ": "
                        + response.body());
        return response;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("the server at " + server + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
