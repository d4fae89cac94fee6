package io.plumbline.benchmarks.experiments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of MLflow's API at an address. */
final class TrackingApi implements AutoCloseable {
    private static final String MLFLOW = "/api/2.0/mlflow/";
    private static final String MODEL_LAB = "/api/v2/model-lab-api/";
    private static final String PURGES = "/api/v1/purges";

    private final URI address;
    private final String key;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TrackingApi(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    /** Posts JSON and reads the answer; anything but a success fails. */
    JsonNode post(String operation, String body) throws IOException, InterruptedException {
        return send(request(MLFLOW + operation).POST(BodyPublishers.ofString(body)));
    }

    JsonNode get(String operation) throws IOException, InterruptedException {
        return send(request(MLFLOW + operation).GET());
    }

    /** A question whose answer is taken to its last byte; that it is a success is said by the answer's status, and nothing else is looked at. */
    Callable<byte[]> search(String body) {
        HttpRequest request = request(MLFLOW + "runs/search")
                .POST(BodyPublishers.ofString(body))
                .build();
        return () -> bytes(request);
    }

    /** The same of Model Lab's API of the same server. */
    Callable<byte[]> modelLab(String operation) {
        HttpRequest request =
                request(MODEL_LAB + operation).header("DD-API-KEY", "any").GET().build();
        return () -> bytes(request);
    }

    /** Begins to delete for good what is in the bin; returns the id of that. */
    String purge() throws IOException, InterruptedException {
        return send(request(PURGES).POST(BodyPublishers.ofString("{}")))
                .path("id")
                .stringValue();
    }

    /** Whether all of it is gone. */
    boolean isPurged(String purge) throws IOException, InterruptedException {
        String state = send(request(PURGES + "/" + purge).GET()).path("state").stringValue();
        if (state.equals("failed") || state.equals("cancelled")) {
            throw new IllegalStateException("the purge " + state);
        }
        return state.equals("finished");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(bytes(request.build()));
    }

    private byte[] bytes(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    String createExperiment(String name) throws IOException, InterruptedException {
        return post("experiments/create", "{\"name\":\"" + name + "\"}")
                .path("experiment_id")
                .stringValue();
    }

    String createRun(String experiment) throws IOException, InterruptedException {
        return post("runs/create", "{\"experiment_id\":\"" + experiment + "\",\"start_time\":1700000000000}")
                .at("/run/info/run_id")
                .stringValue();
    }

    /** A batch of points: this many keys with this many steps each. */
    static String batch(String run, int keys, int firstStep, int steps, double value) {
        String metrics = IntStream.range(0, keys)
                .boxed()
                .flatMap(key -> IntStream.range(firstStep, firstStep + steps)
                        .mapToObj(step -> "{\"key\":\"metric_" + key + "\",\"value\":" + (value + key + step * 1e-3)
                                + ",\"timestamp\":" + (1_700_000_000_000L + step) + ",\"step\":" + step + "}"))
                .collect(Collectors.joining(","));
        return "{\"run_id\":\"" + run + "\",\"metrics\":[" + metrics + "]}";
    }

    /** A batch of the params and metrics of a run to be searched. */
    static String batch(String run, SearchedRuns searched, int number) {
        double[] values = searched.values(number);
        String metrics = IntStream.range(0, values.length)
                .mapToObj(place -> "{\"key\":\"" + SearchedRuns.metric(place) + "\",\"value\":" + values[place]
                        + ",\"timestamp\":1700000000000,\"step\":0}")
                .collect(Collectors.joining(","));
        String params = SearchedRuns.params(number).entrySet().stream()
                .map(param -> "{\"key\":\"" + param.getKey() + "\",\"value\":\"" + param.getValue() + "\"}")
                .collect(Collectors.joining(","));
        return "{\"run_id\":\"" + run + "\",\"metrics\":[" + metrics + "],\"params\":[" + params + "]}";
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
