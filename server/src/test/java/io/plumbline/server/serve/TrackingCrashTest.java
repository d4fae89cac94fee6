package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Training programs log batches of points, params and tags while the server is killed at random moments and started again. What was acknowledged
 * is there, once; a batch is there whole or not at all; and the summaries of metrics are those of the points.
 */
class TrackingCrashTest {
    private static final int ROUNDS = Integer.getInteger("plumbline.crash.rounds", 10);
    private static final long SEED = Long.getLong("plumbline.crash.seed", 20_261_123);
    private static final int WRITERS = 4;
    private static final int POINTS = 25;
    private static final int LONGEST = 300;
    private static final double CLOSE = 1e-9;
    private static final String KEY = "sesame-open";
    private static final String MLFLOW = "/api/2.0/mlflow/";

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final List<Set<Integer>> acknowledged =
            Stream.<Set<Integer>>generate(HashSet::new).limit(WRITERS).toList();
    private final int[] nextBatch = new int[WRITERS];
    /** Two writers share a run, so that they wait for each other. */
    private final List<String> runs = new ArrayList<>();

    @Test
    void noAcknowledgedPointIsLostOrCountedTwice() throws Exception {
        makeRuns();
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProgram server = start()) {
                check(server);
                killWhileLogging(server);
            }
        }
        try (ServerProgram server = start()) {
            check(server);
            assertThat(server.terminate()).isZero();
        }
        assertThat(acknowledged).allSatisfy(batches -> assertThat(batches).hasSizeGreaterThan(ROUNDS));
    }

    private ServerProgram start() throws IOException, InterruptedException {
        ServerProgram server =
                ServerProgram.start(Map.of("PLUMBLINE_ADMIN_KEY", KEY, "PLUMBLINE_ACCESS_LOG", ""), folder);
        assertThat(server.isListening()).as(server.errors()).isTrue();
        return server;
    }

    private static OpenScaleClient client(ServerProgram server) {
        return new OpenScaleClient(server.address("/"), KEY);
    }

    private void makeRuns() throws IOException, InterruptedException {
        try (ServerProgram server = start();
                OpenScaleClient client = client(server)) {
            for (int i = 0; i < WRITERS / 2; i++) {
                runs.add(client.make(MLFLOW + "runs/create", "{\"run_name\":\"run " + i + "\"}")
                        .at("/run/info/run_id")
                        .asString());
            }
        }
    }

    private String runOf(int writer) {
        return runs.get(writer / 2);
    }

    private void killWhileLogging(ServerProgram server) throws InterruptedException, ExecutionException {
        CountDownLatch first = new CountDownLatch(1);
        AtomicBoolean killed = new AtomicBoolean();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> logging = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                logging.add(writers.submit(() -> log(server, number, first, killed)));
            }
            assertThat(first.await(60, TimeUnit.SECONDS))
                    .as("a first batch is acknowledged")
                    .isTrue();
            Thread.sleep(random.nextInt(LONGEST));
            killed.set(true);
            server.kill();
            for (Future<?> writer : logging) {
                writer.get();
            }
        }
    }

    /** Until the server is gone. A batch that was not acknowledged is not sent again: it may be there. */
    private void log(ServerProgram server, int writer, CountDownLatch first, AtomicBoolean killed) {
        try (OpenScaleClient client = client(server)) {
            while (true) {
                int batch = nextBatch[writer]++;
                HttpResponse<String> answer = client.post(MLFLOW + "runs/log-batch", batch(writer, batch));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                acknowledged.get(writer).add(batch);
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

    private String batch(int writer, int batch) {
        String points = IntStream.range(batch * POINTS, (batch + 1) * POINTS)
                .mapToObj(step -> "{\"key\":\"loss-%d\",\"value\":%s,\"timestamp\":%d,\"step\":%d}"
                        .formatted(writer, value(writer, step), 1_000 + step, step))
                .collect(Collectors.joining(","));
        String name = writer + "-" + batch;
        return """
                {"run_id":"%s","metrics":[%s],"params":[{"key":"p-%s","value":"%s"}],"tags":[{"key":"t-%s","value":"%s"}]}
                """.formatted(runOf(writer), points, name, name, name, name);
    }

    private static double value(int writer, int step) {
        return Math.sin(step * 0.37 + writer) / (1 + step);
    }

    private void check(ServerProgram server) throws IOException, InterruptedException {
        try (OpenScaleClient client = client(server)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                check(client, writer);
            }
        }
    }

    private void check(OpenScaleClient client, int writer) throws IOException, InterruptedException {
        List<Integer> steps = steps(client, writer);
        assertThat(steps).as("each point is there once").doesNotHaveDuplicates();
        Set<Integer> batches = steps.stream().map(step -> step / POINTS).collect(Collectors.toSet());
        assertThat(steps).as("each batch is there whole").hasSize(batches.size() * POINTS);
        assertThat(batches).containsAll(acknowledged.get(writer));
        JsonNode data = client.get(MLFLOW + "runs/get?run_id=" + runOf(writer)).at("/run/data");
        Set<String> names = batches.stream().map(batch -> writer + "-" + batch).collect(Collectors.toSet());
        assertThat(values(data.path("params"), "p-" + writer)).isEqualTo(names);
        assertThat(values(data.path("tags"), "t-" + writer)).isEqualTo(names);
        checkSummary(client, writer, steps);
    }

    /** The steps of the points that are there, each with the value that it was sent with. */
    private List<Integer> steps(OpenScaleClient client, int writer) throws IOException, InterruptedException {
        List<Integer> steps = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = client.get(MLFLOW + "metrics/get-history?max_results=1000&run_id=" + runOf(writer)
                    + "&metric_key=loss-" + writer + (token.isEmpty() ? "" : "&page_token=" + token));
            for (JsonNode point : page.path("metrics")) {
                int step = point.path("step").asInt();
                assertThat(point.path("value").asDouble()).isEqualTo(value(writer, step));
                steps.add(step);
            }
            token = page.path("next_page_token").asString("");
        } while (!token.isEmpty());
        return steps;
    }

    private static Set<String> values(JsonNode entries, String keys) {
        List<String> values = entries.valueStream()
                .filter(entry -> entry.path("key").asString().startsWith(keys + "-"))
                .map(entry -> entry.path("value").asString())
                .toList();
        assertThat(values).doesNotHaveDuplicates();
        return new HashSet<>(values);
    }

    /** As the Model Lab API shows it, which has all of it. */
    private void checkSummary(OpenScaleClient client, int writer, List<Integer> steps)
            throws IOException, InterruptedException {
        Optional<JsonNode> found = client.get("/api/v2/model-lab-api/runs?filter=run%20" + writer / 2)
                .at("/data/0/attributes/metric_summaries")
                .valueStream()
                .filter(summary -> summary.path("key").asString().equals("loss-" + writer))
                .findFirst();
        assertThat(found.isPresent()).isEqualTo(!steps.isEmpty());
        found.ifPresent(kept -> checkSummary(kept, writer, steps));
    }

    private static void checkSummary(JsonNode kept, int writer, List<Integer> steps) {
        DoubleSummaryStatistics of =
                steps.stream().mapToDouble(step -> value(writer, step)).summaryStatistics();
        double squares = steps.stream()
                .mapToDouble(step -> Math.pow(value(writer, step) - of.getAverage(), 2))
                .sum();
        int last = Collections.max(steps);
        assertThat(kept.path("count").asLong()).isEqualTo(of.getCount());
        assertThat(kept.path("min").asDouble()).isEqualTo(of.getMin());
        assertThat(kept.path("max").asDouble()).isEqualTo(of.getMax());
        assertThat(kept.path("mean").asDouble()).isCloseTo(of.getAverage(), within(CLOSE));
        assertThat(kept.path("stddev").asDouble()).isCloseTo(Math.sqrt(squares / (of.getCount() - 1)), within(CLOSE));
        assertThat(kept.path("latest").asDouble()).isEqualTo(value(writer, last));
        assertThat(kept.path("first_step").asInt()).isEqualTo(Collections.min(steps));
        assertThat(kept.path("last_step").asInt()).isEqualTo(last);
    }
}
