package io.plumbline.server.importing;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.remote.Answer;
import io.plumbline.server.remote.NativeServer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The native API of a server, as far as imports need it. */
final class NativeApi {
    private static final String DATASETS = "/datasets";
    private static final String ADVICE = "A file is kept whole or not at all, and once; run the same command again.";
    private static final int TOO_MANY = 429;

    private final NativeServer server;

    NativeApi(URI server, String credential) {
        this.server = new NativeServer(server, credential, ADVICE);
    }

    /** A dataset. */
    record Named(String id, String name) {}

    /** Whether there is a dataset of this id. */
    boolean hasDataset(String id) {
        return server.find(DATASETS + "/" + id).isPresent();
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
        return server.get(DATASETS + query)
                .path("datasets")
                .valueStream()
                .map(dataset -> new Named(
                        dataset.path("id").asString(), dataset.path("name").asString()))
                .toList();
    }

    /**
     * Sends a file, and waits until its rows are records. Where the server has too much to do, it is sent again a little later.
     *
     * @throws io.plumbline.server.output.RefusedException where the server does not take it
     */
    Imported addFile(String dataset, Path file, String query, Progress progress) {
        String path = DATASETS + "/" + dataset + "/files" + (query.isEmpty() ? "" : "?" + query);
        WatchedFile watched = new WatchedFile(file, progress);
        Answer answer = server.post(path, watched);
        while (answer.status() == TOO_MANY) {
            pause(answer.retryAfter());
            answer = server.post(path, watched);
        }
        JsonNode receipt = NativeServer.content(answer);
        return new Imported(
                receipt.path("rows").asLong(), receipt.path("repeated").asBoolean());
    }

    private static void pause(long seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            throw NativeServer.interrupted(e);
        }
    }
}
