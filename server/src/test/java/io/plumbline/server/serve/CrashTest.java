package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.record.ProfileCell;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Writers send batches while the server is killed at random moments and started again. A batch that was not acknowledged is sent again under its
 * name. What was acknowledged is there, once, and the profiles are those of the records.
 */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("plumbline.crash.rounds", 10);
    private static final long SEED = Long.getLong("plumbline.crash.seed", 20_261_121);
    private static final int WRITERS = 4;
    private static final int ROWS = 10;
    private static final int PAGE = 1000;
    private static final String KEY = "sesame-open";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final int[] nextBatch = new int[WRITERS];

    @Test
    void noAcknowledgedRecordIsLostOrCountedTwice() throws Exception {
        String dataSet = makeDataSet();
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProgram server = start()) {
                checkRecords(server, dataSet);
                killWhileWriting(server, dataSet);
            }
        }
        try (ServerProgram server = start()) {
            sendWhatIsOpen(server, dataSet);
            assertThat(checkRecords(server, dataSet)).isEqualTo(acknowledged);
            assertThat(server.terminate()).isZero();
        }
        assertThat(acknowledged).as("batches that were acknowledged").hasSizeGreaterThan(ROUNDS);
        checkProfiles(dataSet);
    }

    private ServerProgram start() throws IOException, InterruptedException {
        ServerProgram server =
                ServerProgram.start(Map.of("PLUMBLINE_ADMIN_KEY", KEY, "PLUMBLINE_ACCESS_LOG", ""), folder);
        assertThat(server.isListening()).as(server.errors()).isTrue();
        return server;
    }

    private OpenScaleClient client(ServerProgram server) {
        return new OpenScaleClient(server.address("/"), KEY);
    }

    private String makeDataSet() throws IOException, InterruptedException {
        try (ServerProgram server = start();
                OpenScaleClient client = client(server)) {
            return client.makeDataSet();
        }
    }

    private void killWhileWriting(ServerProgram server, String dataSet)
            throws InterruptedException, ExecutionException {
        CountDownLatch first = new CountDownLatch(1);
        AtomicBoolean killed = new AtomicBoolean();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                running.add(writers.submit(() -> write(server, dataSet, number, first, killed)));
            }
            assertThat(first.await(60, TimeUnit.SECONDS))
                    .as("a first batch is acknowledged")
                    .isTrue();
            Thread.sleep(random.nextInt(1500));
            killed.set(true);
            server.kill();
            for (Future<?> writer : running) {
                writer.get();
            }
        }
    }

    /** Until the server is gone. The batch that failed is sent again first in the next round. */
    private void write(ServerProgram server, String dataSet, int writer, CountDownLatch first, AtomicBoolean killed) {
        try (OpenScaleClient client = client(server)) {
            while (true) {
                send(client, dataSet, writer);
                first.countDown();
            }
        } catch (IOException e) {
            assertThat(killed)
                    .as("a request failed because the server was killed: " + e)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(OpenScaleClient client, String dataSet, int writer) throws IOException, InterruptedException {
        String batch = writer + "-" + nextBatch[writer];
        HttpResponse<String> answer =
                client.post("/v2/data_sets/" + dataSet + "/records", records(batch), "Idempotency-Key", batch);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        acknowledged.add(batch);
        nextBatch[writer]++;
    }

    /** The same for the same batch, over a few hours. */
    private static String records(String batch) {
        Random values = new Random(batch.hashCode());
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            rows.add("{\"id\":\"%s-%d\",\"at\":\"%s\",\"amount\":%s,\"kind\":\"%s\"}"
                    .formatted(
                            batch,
                            row,
                            START.plusSeconds(values.nextInt(5 * 3600)),
                            row == 7 ? "null" : Double.toString(values.nextGaussian()),
                            "k" + values.nextInt(4)));
        }
        return "[" + String.join(",", rows) + "]";
    }

    private void sendWhatIsOpen(ServerProgram server, String dataSet) throws IOException, InterruptedException {
        try (OpenScaleClient client = client(server)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                send(client, dataSet, writer);
            }
        }
    }

    /** The batches that are there, each whole and once, the acknowledged ones among them. */
    private Set<String> checkRecords(ServerProgram server, String dataSet) throws IOException, InterruptedException {
        List<String> ids = ids(server, dataSet);
        Set<String> distinct = new HashSet<>(ids);
        assertThat(ids).as("each record is there once").hasSize(distinct.size());
        Set<String> batches = new HashSet<>();
        ids.forEach(id -> batches.add(id.substring(0, id.lastIndexOf('-'))));
        assertThat(ids).as("each batch is there whole").hasSize(batches.size() * ROWS);
        assertThat(batches).containsAll(acknowledged);
        return batches;
    }

    private List<String> ids(ServerProgram server, String dataSet) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        try (OpenScaleClient client = client(server)) {
            int read = PAGE;
            while (read == PAGE) {
                JsonNode page = client.get(
                        "/v2/data_sets/" + dataSet + "/records?format=dict&limit=" + PAGE + "&offset=" + ids.size());
                JsonNode records = page.get("records");
                records.forEach(record -> ids.add(record.at("/metadata/id").asString()));
                read = records.size();
            }
        }
        return ids;
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
