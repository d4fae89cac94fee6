package io.plumbline.server.remote;

import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The native API of a running server. What it refuses is told in its own words. */
public final class NativeServer {
    private static final int OK = 200;
    private static final int REDIRECTED = 300;
    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Exchange exchange;
    private final String base;
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
        this.exchange = new Exchange(credential);
        this.advice = advice;
    }

    @FunctionalInterface
    private interface Request {
        Answer send() throws IOException;
    }

    private Answer call(Request request) {
        try {
            return request.send();
        } catch (IOException e) {
            throw new RefusedException("The server does not answer at " + base + ": " + reason(e) + ". " + advice, e);
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
        return content(call(() -> exchange.get(base + path)));
    }

    /** What is there, where anything is. */
    public Optional<JsonNode> find(String path) {
        Answer answer = call(() -> exchange.get(base + path));
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(content(answer));
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
        return content(call(() -> exchange.post(base + path, body.toString())));
    }

    /** Posts nothing, and answers whatever the server does. */
    public Answer post(String path) {
        return call(() -> exchange.post(base + path, ""));
    }

    /** Posts a large body, waits as long as it takes, and answers whatever the server does. */
    public Answer post(String path, Upload upload) {
        return call(() -> exchange.post(base + path, upload));
    }

    /**
     * The content of an answer.
     *
     * @throws RefusedException with the server's reason where it is no success
     */
    public static JsonNode content(Answer answer) {
        if (answer.status() < OK || answer.status() >= REDIRECTED) {
            throw new RefusedException("The server answers " + answer.status() + ": " + detail(answer));
        }
        return json(answer);
    }

    private static String detail(Answer answer) {
        return json(answer).path("detail").asString(answer.body().strip());
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new RefusedException("What answers is no Plumbline server: it says " + answer.status() + ".", e);
        }
    }
}
