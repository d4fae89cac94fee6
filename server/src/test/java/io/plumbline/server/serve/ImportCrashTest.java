package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.record.ProfileCell;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are sent while the server is killed at random moments. Each is there whole or not at all, once, and nothing else is left of it. */
class ImportCrashTest {
    private static final int ROUNDS = Integer.getInteger("plumbline.crash.rounds", 10);
    private static final long SEED = Long.getLong("plumbline.crash.seed", 20_261_122);
    private static final int ROWS = 40_000;
    private static final int LONGEST = 1200;
    private static final String KEY = "sesame-open";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final Set<Integer> acknowledged = new HashSet<>();

    @Test
    void aFileIsThereWholeOrNotAtAll() throws Exception {
        String dataSet = makeDataSet();
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProgram server = start()) {
                check(server, dataSet);
                killWhileSending(server, dataSet, round);
            }
        }
        try (ServerProgram server = start()) {
            for (int file = 0; file < ROUNDS; file++) {
                assertThat(send(server, dataSet, file).get()).isBetween(200, 201);
                acknowledged.add(file);
            }
            assertThat(check(server, dataSet)).isEqualTo(ROUNDS);
            assertThat(server.terminate()).isZero();
        }
        checkProfiles(dataSet);
    }

    private ServerProgram start() throws IOException, InterruptedException {
        ServerProgram server =
                ServerProgram.start(Map.of("PLUMBLINE_ADMIN_KEY", KEY, "PLUMBLINE_ACCESS_LOG", ""), folder);
        assertThat(server.isListening()).as(server.errors()).isTrue();
        return server;
    }

    private String makeDataSet() throws IOException, InterruptedException {
        try (ServerProgram server = start();
                OpenScaleClient client = new OpenScaleClient(server.address("/"), KEY)) {
            return client.makeDataSet();
        }
    }

    private void killWhileSending(ServerProgram server, String dataSet, int file) throws InterruptedException {
        CompletableFuture<Integer> sent = send(server, dataSet, file);
        Thread.sleep(random.nextInt(LONGEST));
        server.kill();
        try {
            assertThat(sent.get()).isEqualTo(201);
            acknowledged.add(file);
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(IOException.class);
        }
    }

    private static CompletableFuture<Integer> send(ServerProgram server, String dataSet, int file) {
        HttpRequest request = HttpRequest.newBuilder(server.address("/api/v1/datasets/" + dataSet + "/files"))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(content(file)))
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    /** The same for the same file, over a few hours. */
    private static String content(int file) {
        Random values = new Random(file);
        return IntStream.range(0, ROWS)
                .mapToObj(row -> file + "-" + row + "," + START.plusSeconds(values.nextInt(5 * 3600)) + ","
                        + values.nextGaussian() + ",k" + values.nextInt(4))
                .collect(Collectors.joining("\n", "id,at,amount,kind\n", "\n"));
    }

    /** How many files are in, each whole, and nothing besides. */
    private long check(ServerProgram server, String dataSet) throws IOException, InterruptedException {
        try (OpenScaleClient client = new OpenScaleClient(server.address("/"), KEY)) {
            long rows = client.get("/v2/data_sets/" + dataSet + "/records?limit=1&include_total_count=true")
                    .path("total_count")
                    .asLong();
            assertThat(rows % ROWS).as("each file is there whole").isZero();
            assertThat(rows / ROWS).isGreaterThanOrEqualTo(acknowledged.size());
            awaitNoOthers(rows / ROWS);
            assertThat(files("spool")).isEmpty();
            return rows / ROWS;
        }
    }

    /** While a file is packed, it is there twice for a moment. */
    private void awaitNoOthers(long came) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(30);
        while (files("records").size() > came && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
        assertThat(files("records").size()).isLessThanOrEqualTo((int) came);
    }

    private List<Path> files(String part) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve(part))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private void checkProfiles(String dataSet) throws IOException {
        try (StoppedServer stopped = StoppedServer.at(folder)) {
            List<ProfileCell> kept = stopped.cells(dataSet);
            List<ProfileCell> computed = stopped.recomputedCells(dataSet);
            assertThat(kept).hasSizeGreaterThan(5);
            assertThat(StoppedServer.digests(kept)).isEqualTo(StoppedServer.digests(computed));
        }
    }
}
