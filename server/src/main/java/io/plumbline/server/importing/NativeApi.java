package io.plumbline.server.importing;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The native API of a server, as far as imports need it. */
final class NativeApi implements AutoCloseable {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String datasets;
    private final String credential;

    NativeApi(URI server, String credential) {
        String address = server.toString();
        this.datasets =
                (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + "/api/v1/datasets";
        this.credential = credential;
    }

    /** A dataset. */
    record Named(String id, String name) {}

    /** Whether there is a dataset of this id. */
    boolean hasDataset(String id) {
        HttpResponse<String> answer = call(request("/" + id).timeout(PATIENCE).GET());
        if (answer.statusCode() == NOT_FOUND) {
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
        HttpResponse<String> answer = call(request(query).timeout(PATIENCE).GET());
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
        HttpRequest.Builder request = request("/" + dataset + "/files" + (query.isEmpty() ? "" : "?" + query))
                .header("Content-Type", "application/octet-stream");
        HttpResponse<String> answer = call(request.POST(WatchedFile.publisher(file, progress)));
        while (answer.statusCode() == TOO_MANY) {
            pause(answer);
            answer = call(request.POST(WatchedFile.publisher(file, progress)));
        }
        require(answer);
        JsonNode receipt = json(answer);
        return new Imported(
                receipt.path("rows").asLong(), receipt.path("repeated").asBoolean());
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(datasets + path)).header("Authorization", "Bearer " + credential);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("'" + datasets + "' is no address of a server.", e);
        }
    }

    private HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RefusedException(
                    "The server does not answer at " + datasets + ": " + e
                            + ". A file is kept whole or not at all, and once; run the same command again.",
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

    private static void require(HttpResponse<String> answer) {
        if (answer.statusCode() != OK && answer.statusCode() != CREATED) {
            throw new RefusedException("The server answers " + answer.statusCode() + ": " + detail(answer));
        }
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
