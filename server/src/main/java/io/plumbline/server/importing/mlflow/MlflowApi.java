package io.plumbline.server.importing.mlflow;

import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An MLflow server, or one that speaks as such. */
final class MlflowApi implements AutoCloseable {
    private static final String API = "/api/2.0/mlflow/";
    private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts/";
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int FAILED = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Python writes numbers that are not finite as they are. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String server;
    private final Login login;

    MlflowApi(URI server, Login login) {
        String address = server.toString();
        this.server = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        this.login = login;
    }

    /**
     * Asks for something.
     *
     * @throws RefusedRequestException where the server refuses
     */
    JsonNode get(String operation, Map<String, String> parameters) {
        return find(operation, parameters)
                .orElseThrow(() -> new RefusedRequestException(operation + ": the server has no such thing"));
    }

    /** Asks for something that may not be there. */
    Optional<JsonNode> find(String operation, Map<String, String> parameters) {
        String path = API + operation + query(parameters);
        HttpResponse<InputStream> answer = send(() -> request(path).GET());
        if (answer.statusCode() == NOT_FOUND) {
            text(answer);
            return Optional.empty();
        }
        return Optional.of(json(operation, answer));
    }

    /** Has something done. */
    JsonNode post(String operation, JsonNode body) {
        return json(operation, send(() -> withBody(operation).POST(BodyPublishers.ofString(body.toString()))));
    }

    /** Has something changed. */
    JsonNode patch(String operation, JsonNode body) {
        return json(
                operation, send(() -> withBody(operation).method("PATCH", BodyPublishers.ofString(body.toString()))));
    }

    /** Stores an artifact at a path below the artifacts of the server; the bytes are asked for again where it has to be sent again. */
    void upload(String path, Supplier<InputStream> bytes) {
        json(
                path,
                send(() -> request(PROXY + encodedPath(path))
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofInputStream(bytes))));
    }

    /** The bytes of an artifact below those of the server. */
    InputStream download(String path) {
        return opened(path, send(() -> request(PROXY + encodedPath(path)).GET()));
    }

    /** The bytes of an artifact of a run, wherever the server keeps it. */
    InputStream download(String run, String path) {
        String address = "/get-artifact" + query(Map.of("run_uuid", run, "run_id", run, "path", path));
        return opened(path, send(() -> request(address).GET()));
    }

    /** The bytes of an artifact of a logged model, wherever the server keeps it. */
    InputStream downloadOfModel(String model, String path) {
        String address = "/ajax-api/2.0/mlflow/logged-models/" + encoded(model) + "/artifacts/files"
                + query(Map.of("artifact_file_path", path));
        return opened(path, send(() -> request(address).GET()));
    }

    private InputStream opened(String path, HttpResponse<InputStream> answer) {
        if (answer.statusCode() >= FAILED) {
            throw refused(path, answer);
        }
        return answer.body();
    }

    private HttpRequest.Builder withBody(String operation) {
        return request(API + operation).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
            login.header().ifPresent(value -> request.header("Authorization", value));
            return request;
        } catch (IllegalArgumentException e) {
            throw new RefusedException("'" + server + "' is no address of a server.", e);
        }
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encodedPath(String path) {
        return Arrays.stream(path.split("/")).map(MlflowApi::encoded).collect(Collectors.joining("/"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Sends a request, again a little later where the server has too much to do. */
    private HttpResponse<InputStream> send(Supplier<HttpRequest.Builder> request) {
        try {
            HttpResponse<InputStream> answer = client.send(request.get().build(), BodyHandlers.ofInputStream());
            while (answer.statusCode() == TOO_MANY || answer.statusCode() == UNAVAILABLE) {
                text(answer);
                long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
                Thread.sleep(Duration.ofSeconds(Math.max(1, seconds)));
                answer = client.send(request.get().build(), BodyHandlers.ofInputStream());
            }
            return answer;
        } catch (IOException e) {
            throw new RefusedException(
                    "The server does not answer at " + server + ": " + e + ". What came is kept; run the same command "
                            + "again to go on.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("the import was interrupted");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private JsonNode json(String what, HttpResponse<InputStream> answer) {
        if (answer.statusCode() >= FAILED) {
            throw refused(what, answer);
        }
        String body = text(answer);
        try {
            return JSON.readTree(body.isBlank() ? "{}" : body);
        } catch (JacksonException e) {
            throw new RefusedException(what + ": " + server + " does not answer as MLflow does.", e);
        }
    }

    private RuntimeException refused(String what, HttpResponse<InputStream> answer) {
        String message = message(text(answer));
        return answer.statusCode() == 401 || answer.statusCode() == 403
                ? new RefusedException(server + " answers " + answer.statusCode() + ": " + message)
                : new RefusedRequestException(what + ": the server answers " + answer.statusCode() + ": " + message);
    }

    private static String text(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String message(String body) {
        try {
            return JSON.readTree(body).path("message").asString(body);
        } catch (JacksonException e) {
            return body;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
