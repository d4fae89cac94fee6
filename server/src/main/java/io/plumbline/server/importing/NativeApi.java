package io.plumbline.server.importing;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.importing.Exchange.Answer;
import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The native API of a server, as far as imports need it. */
final class NativeApi {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Exchange exchange;
    private final String datasets;

    NativeApi(URI server, String credential) {
        String address = server.toString();
        this.datasets =
                (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + "/api/v1/datasets";
        this.exchange = new Exchange(credential);
    }

    /** A dataset. */
    record Named(String id, String name) {}

    /** Whether there is a dataset of this id. */
    boolean hasDataset(String id) {
        Answer answer = get("/" + id);
        if (answer.status() == NOT_FOUND) {
            return false;
        }
        require(answer);
        return true;
    }

    /** The datasets of this name, the first page of them. */
    List<Named> datasetsNamed(String name) {
        return list("?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    /** The first page of all datasets. */
    List<Named> datasets() {
        return list("");
    }

    private List<Named> list(String query) {
        Answer answer = get(query);
        require(answer);
        return json(answer)
                .path("datasets")
                .valueStream()
                .map(dataset -> new Named(
                        dataset.path("id").asString(), dataset.path("name").asString()))
                .toList();
    }

    /**
     * Sends a file, and waits until its rows are records. Where the server has too much to do, it is sent again a little later.
     *
     * @throws RefusedException where the server does not take it
     */
    Imported addFile(String dataset, Path file, String query, Progress progress) {
        String address = datasets + "/" + dataset + "/files" + (query.isEmpty() ? "" : "?" + query);
        WatchedFile watched = new WatchedFile(file, progress);
        Answer answer = call(() -> exchange.post(address, watched));
        while (answer.status() == TOO_MANY) {
            pause(answer.retryAfter());
            answer = call(() -> exchange.post(address, watched));
        }
        require(answer);
        JsonNode receipt = json(answer);
        return new Imported(
                receipt.path("rows").asLong(), receipt.path("repeated").asBoolean());
    }

    private Answer get(String path) {
        return call(() -> exchange.get(datasets + path));
    }

    @FunctionalInterface
    private interface Request {
        Answer send() throws IOException;
    }

    private Answer call(Request request) {
        try {
            return request.send();
        } catch (IOException e) {
            throw new RefusedException(
                    "The server does not answer at " + datasets + ": " + e
                            + ". A file is kept whole or not at all, and once; run the same command again.",
                    e);
        }
    }

    private static void pause(long seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("the import was interrupted");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private static void require(Answer answer) {
        if (answer.status() != OK && answer.status() != CREATED) {
            throw new RefusedException("The server answers " + answer.status() + ": " + detail(answer));
        }
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
