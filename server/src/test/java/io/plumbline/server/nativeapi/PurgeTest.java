package io.plumbline.server.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.RunningServer.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What MLflow's clients delete, deleted for good. */
class PurgeTest {
    private static final String MLFLOW = "/api/2.0/mlflow/";
    private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";

    /** The file that says whose folder it is. */
    private static final String MARK = "0".repeat(24);

    @TempDir
    private Path folder;

    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.start(folder.resolve("data"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private JsonNode write(String operation, String body) {
        Answer answer = server.post(MLFLOW + operation, body);
        assertThat(answer.status()).as(operation + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String experiment(String name) {
        return write("experiments/create", "{\"name\":\"" + name + "\"}")
                .path("experiment_id")
                .asString();
    }

    /** A run with points, a param, a tag and a file. */
    private String run(String experiment) {
        String run = write("runs/create", "{\"experiment_id\":\"" + experiment + "\"}")
                .at("/run/info/run_id")
                .asString();
        write(
                "runs/log-batch",
                "{\"run_id\":\"" + run + "\",\"metrics\":[{\"key\":\"m\",\"value\":1,\"timestamp\":1}],"
                        + "\"params\":[{\"key\":\"p\",\"value\":\"1\"}],\"tags\":[{\"key\":\"t\",\"value\":\"1\"}]}");
        upload(experiment + "/" + run + "/artifacts/file.txt");
        return run;
    }

    private void upload(String path) {
        assertThat(server.call(RunningServer.ADMIN, "PUT", ARTIFACTS + path, "hello")
                        .status())
                .isEqualTo(200);
    }

    private String model(String experiment) {
        String model = write("logged-models", "{\"experiment_id\":\"" + experiment + "\",\"name\":\"m\"}")
                .at("/model/info/model_id")
                .asString();
        upload(experiment + "/models/" + model + "/artifacts/MLmodel");
        return model;
    }

    private void delete(String run) {
        write("runs/delete", "{\"run_id\":\"" + run + "\"}");
    }

    /** Purges, and waits until it is done. */
    private JsonNode purge(String body) throws InterruptedException {
        Answer asked = server.post("/api/v1/purges", body);
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        String place = asked.response().headers().firstValue("Location").orElseThrow();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        JsonNode now = asked.json();
        while (now.path("ended_at").isMissingNode()) {
            assertThat(System.nanoTime()).as(now.toString()).isLessThan(end);
            Thread.sleep(20);
            now = server.get(place).json();
        }
        assertThat(now.path("state").asString()).as(now.toString()).isEqualTo("finished");
        assertThat(server.call(RunningServer.STRANGER, "GET", place, null).status())
                .isEqualTo(404);
        return now;
    }

    private int statusOf(String read) {
        return server.get(MLFLOW + read).status();
    }

    private long files() {
        try (Stream<Path> all = Files.walk(folder.resolve("data/artifacts"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(MARK))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void runsInTheBinGoAndOthersStay() throws InterruptedException {
        String experiment = experiment("credit");
        String gone = run(experiment);
        String stays = run(experiment);
        String restored = run(experiment);
        delete(gone);
        delete(restored);
        write("runs/restore", "{\"run_id\":\"" + restored + "\"}");
        purge("{}");
        assertThat(statusOf("runs/get?run_id=" + gone)).isEqualTo(404);
        assertThat(statusOf("runs/get?run_id=" + stays)).isEqualTo(200);
        assertThat(server.get(MLFLOW + "runs/get?run_id=" + restored).text())
                .contains("\"key\":\"p\"", "\"key\":\"m\"");
        assertThat(files()).isEqualTo(2);
    }

    @Test
    void anExperimentGoesWithAllThatItHolds() throws InterruptedException {
        String experiment = experiment("credit");
        String run = run(experiment);
        String model = model(experiment);
        String other = experiment("claims");
        String otherModel = model(other);
        write("experiments/delete", "{\"experiment_id\":\"" + experiment + "\"}");
        purge("{}");
        assertThat(statusOf("experiments/get?experiment_id=" + experiment)).isEqualTo(404);
        assertThat(statusOf("runs/get?run_id=" + run)).isEqualTo(404);
        assertThat(statusOf("logged-models/" + model)).isEqualTo(404);
        assertThat(statusOf("logged-models/" + otherModel)).isEqualTo(200);
        assertThat(files()).isEqualTo(1);
        assertThat(experiment("credit")).isNotEqualTo(experiment);
    }

    @Test
    void whatWasDeletedLaterStays() throws InterruptedException {
        String experiment = experiment("credit");
        String run = run(experiment);
        delete(run);
        purge("{\"deleted_before\":\"2026-01-01T00:00:00Z\"}");
        assertThat(server.get(MLFLOW + "runs/get?run_id=" + run).text()).contains("\"deleted\"");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void onlyAPurgeThatIsNotOverIsCancelled() throws InterruptedException {
        delete(run(experiment("credit")));
        JsonNode purge = purge("{}");
        assertThat(purge.path("removed").asLong()).isEqualTo(1);
        String place = "/api/v1/purges/" + purge.path("id").asString();
        Answer cancelled = server.post(place + "/cancel", "");
        assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(409);
        assertThat(server.call(RunningServer.STRANGER, "POST", place + "/cancel", null)
                        .status())
                .isEqualTo(404);
        assertThat(server.get(place).json().path("state").asString()).isEqualTo("finished");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(server.post("/api/v1/purges", "{\"deleted_before\":\"yesterday\"}")
                        .status())
                .isEqualTo(400);
        assertThat(server.post("/api/v1/purges", "{\"older\":1}").status()).isEqualTo(400);
        assertThat(server.get("/api/v1/purges/none").status()).isEqualTo(404);
    }
}
