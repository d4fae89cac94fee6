package io.plumbline.server.remote;

import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The native API of a running server. What it refuses is told in its own words. */
public final class NativeServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int REDIRECTED = 300;
    private static final int NOT_FOUND = 404;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String credential;
    private final String advice;

    /**
     * The API of the server at this address.
     *
     * @param credential an API key
     * @param advice what to do when the server does not answer, in whole sentences
     */
    public NativeServer(URI server, String credential, String advice) {
        String address = server.toString();
        this.base = (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + "/api/v1";
        this.credential = credential;
        this.advice = advice;
    }

    /**
     * A request to a path below the API.
     *
     * @throws RefusedException where the address is none of a server
     */
    public HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + credential);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("'" + base + "' is no address of a server.", e);
        }
    }

    /**
     * Sends a request, and answers whatever the server does.
     *
     * @throws RefusedException where nobody answers
     */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RefusedException("The server does not answer at " + base + ": " + reason(e) + ". " + advice, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof ConnectException ? "nothing listens there" : failure.toString();
    }

    /** What to throw where waiting was interrupted. */
    public static CancellationException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("interrupted while waiting for the server");
        cancelled.initCause(cause);
        return cancelled;
    }

    /** What is there. */
    public JsonNode get(String path) {
        return content(send(request(path).timeout(PATIENCE).GET()));
    }

    /** What is there, where anything is. */
    public Optional<JsonNode> find(String path) {
        HttpResponse<String> answer = send(request(path).timeout(PATIENCE).GET());
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(content(answer));
    }

    /**
     * All of a list, page by page.
     *
     * @param field of a page that holds its items
     */
    public List<JsonNode> all(String path, String field) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = get(path);
        page.path(field).forEach(items::add);
        while (page.has("next_cursor")) {
            page = get(path + "?cursor=" + page.path("next_cursor").asString());
            page.path(field).forEach(items::add);
        }
        return items;
    }

    /** Posts a document, and answers what came of it. */
    public JsonNode post(String path, JsonNode body) {
        return content(send(request(path)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))));
    }

    /**
     * The content of an answer.
     *
     * @throws RefusedException with the server's reason where it is no success
     */
    public static JsonNode content(HttpResponse<String> answer) {
        if (answer.statusCode() < OK || answer.statusCode() >= REDIRECTED) {
            throw new RefusedException("The server answers " + answer.statusCode() + ": " + detail(answer));
        }
        return json(answer);
    }

    private static String detail(HttpResponse<String> answer) {
        return json(answer).path("detail").asString(answer.body().strip());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new RefusedException("What answers is no Plumbline server: it says " + answer.statusCode() + ".", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
