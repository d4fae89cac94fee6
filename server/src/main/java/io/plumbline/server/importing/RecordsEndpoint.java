package io.plumbline.server.importing;

import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The records of a data set on a server, by the OpenScale API. */
final class RecordsEndpoint implements AutoCloseable {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String dataSet;
    private final String credential;

    RecordsEndpoint(URI server, String dataSet, String credential) {
        this.dataSet = withoutSlash(server.toString()) + "/v2/data_sets/" + encoded(dataSet);
        this.credential = credential;
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }

    /**
     * Whether a batch of this name is there.
     *
     * @throws RefusedException where the server does not tell
     */
    boolean has(String batch) {
        HttpResponse<String> answer = call(request("/requests/" + encoded(batch)));
        return switch (answer.statusCode()) {
            case OK -> true;
            case NOT_FOUND -> false;
            default -> throw refused(answer);
        };
    }

    /**
     * Sends a batch; one that was sent under this name before is not counted again. Where the server has too much to do, it is sent again a
     * little later.
     *
     * @throws RefusedException where the server does not take it
     */
    void send(String batch, String json) {
        HttpRequest.Builder request = request("/records")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", batch)
                .POST(BodyPublishers.ofString(json));
        HttpResponse<String> answer = call(request);
        while (answer.statusCode() == TOO_MANY || answer.statusCode() == UNAVAILABLE) {
            pause(answer);
            answer = call(request);
        }
        if (answer.statusCode() != ACCEPTED) {
            throw refused(answer);
        }
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(dataSet + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + credential);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("'" + dataSet + "' is no address of a server.", e);
        }
    }

    private HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RefusedException(
                    "The server does not answer at " + dataSet + ": " + e
                            + ". What was sent is kept; run the same command again to go on.",
                    e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause(HttpResponse<String> answer) {
        long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
        try {
            Thread.sleep(Duration.ofSeconds(Math.max(1, seconds)));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CancellationException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("the import was interrupted");
        cancelled.initCause(cause);
        return cancelled;
    }

    private static RefusedException refused(HttpResponse<String> answer) {
        return new RefusedException("The server answers " + answer.statusCode() + ": " + message(answer.body()));
    }

    private static String message(String body) {
        try {
            return JSON.readTree(body).at("/errors/0/message").asString(body);
        } catch (JacksonException e) {
            return body;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
