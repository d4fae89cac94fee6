package io.plumbline.server.importing.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.Plumbline;
import io.plumbline.server.dialect.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MlflowCommandTest {
    private static final String KEY = RunningServer.ADMIN + "-key";
    private static final String API = "/api/2.0/mlflow/";

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

    private static Plumbline bring(Object source, RunningServer to) {
        return Plumbline.runIn(
                Map.of("PLUMBLINE_KEY", KEY, "MLFLOW_TRACKING_TOKEN", KEY),
                "import",
                "mlflow",
                source,
                "--server",
                to.address());
    }

    private static List<JsonNode> runs(RunningServer of) {
        String experiment = of.get(API + "experiments/get-by-name?experiment_name=credit")
                .json()
                .at("/experiment/experiment_id")
                .asString();
        return of.post(
                        API + "runs/search",
                        "{\"experiment_ids\":[\"" + experiment
                                + "\"],\"run_view_type\":\"ALL\",\"order_by\":[\"attributes.run_name\"]}")
                .json()
                .path("runs")
                .valueStream()
                .toList();
    }

    private static void assertComplete(RunningServer of) {
        List<JsonNode> runs = runs(of);
        assertThat(runs).hasSize(2);
        JsonNode child = runs.getFirst();
        JsonNode parent = runs.getLast();
        String id = parent.at("/info/run_id").asString();
        assertThat(child.at("/info/status").asString()).isEqualTo("FAILED");
        assertThat(child.at("/data/tags").toString())
                .contains("{\"key\":\"mlflow.parentRunId\",\"value\":\"" + id + "\"}");
        assertThat(parent.at("/info/status").asString()).isEqualTo("FINISHED");
        assertThat(parent.at("/info/end_time").asLong()).isEqualTo(1778813700000L);
        assertThat(parent.at("/data/params").toString()).contains("opt/rate", "depth");
        assertThat(of.get(API + "metrics/get-history?run_id=" + id + "&metric_key=loss")
                        .json()
                        .path("metrics"))
                .hasSize(3);
        String root = parent.at("/info/artifact_uri").asString().substring("mlflow-artifacts:/".length());
        assertThat(of.get("/api/2.0/mlflow-artifacts/artifacts/" + root + "/notes.txt")
                        .text())
                .isEqualTo("hello");
        JsonNode version =
                of.get(API + "model-versions/get?name=scorer&version=1").json().path("model_version");
        assertThat(version.path("run_id").asString()).isEqualTo(id);
        assertThat(version.path("current_stage").asString()).isEqualTo("Production");
        assertThat(of.get(API + "artifacts/list?path=model&run_id=" + id).text())
                .contains("model/MLmodel");
        assertModelIsThere(of, parent);
    }

    /** The logged model, with the run that made it and the version that was registered of it. */
    private static void assertModelIsThere(RunningServer of, JsonNode run) {
        String experiment = run.at("/info/experiment_id").asString();
        JsonNode models = of.post(API + "logged-models/search", "{\"experiment_ids\":[\"" + experiment + "\"]}")
                .json()
                .path("models");
        assertThat(models).hasSize(1);
        JsonNode info = models.at("/0/info");
        String id = info.path("model_id").asString();
        assertThat(info.path("name").asString()).isEqualTo("forest");
        assertThat(info.path("model_type").asString()).isEqualTo("classifier");
        assertThat(info.path("status").asString()).isEqualTo("LOGGED_MODEL_READY");
        assertThat(info.path("source_run_id")).isEqualTo(run.at("/info/run_id"));
        assertThat(info.path("tags").toString()).contains("\"team\"");
        assertThat(models.at("/0/data/params").toString()).contains("\"trees\"");
        assertThat(of.get(API + "logged-models/" + id + "/artifacts/directories")
                        .text())
                .contains("MLmodel");
        JsonNode output = of.get(
                        API + "runs/get?run_id=" + run.at("/info/run_id").asString())
                .json()
                .at("/run/outputs/model_outputs/0");
        assertThat(output.path("model_id").asString()).isEqualTo(id);
        assertThat(output.path("step").asLong()).isEqualTo(12);
        assertThat(of.get(API + "model-versions/get?name=scorer&version=2").text())
                .contains(id);
    }

    @Test
    void artifactsThatLieInABucketAreToldAsLeft() throws IOException {
        Path mlruns = MlflowFolder.in(folder.resolve("mlruns"));
        Path meta = mlruns.resolve("7/" + MlflowFolder.CHILD + "/meta.yaml");
        Files.writeString(
                meta, Files.readString(meta) + "artifact_uri: s3://models/7/" + MlflowFolder.CHILD + "/artifacts\n");
        Plumbline brought = bring(mlruns, server);
        assertThat(brought.exitCode()).isZero();
        assertThat(brought.out())
                .contains("Did not come: artifacts of run " + MlflowFolder.CHILD + " at s3://models/7/")
                .contains("Import from the MLflow server");
    }

    @Test
    void aFolderComesOnceHoweverOftenItIsBrought() throws IOException {
        Path mlruns = MlflowFolder.in(folder.resolve("mlruns"));
        Plumbline first = bring(mlruns, server);
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .contains(
                        "Came: 1 experiments, 3 metric points, 3 artifacts, 2 runs, 1 logged models, 1 registered models, "
                                + "2 model versions.")
                .contains(
                        "Did not come: run " + MlflowFolder.DELETED + ", experiment old. It is deleted at the source.");
        assertComplete(server);

        Plumbline second = bring(mlruns, server);
        assertThat(second.exitCode()).isZero();
        assertThat(second.out())
                .contains(
                        "There already: 1 experiments, 2 runs, 1 logged models, 1 registered models, 2 model versions.")
                .doesNotContain("Came");
        assertComplete(server);
    }

    @Test
    void aRunThatWasCutOffIsGoneOnWith() throws IOException {
        Path mlruns = MlflowFolder.in(folder.resolve("mlruns"));
        String experiment = server.post(API + "experiments/create", "{\"name\":\"credit\"}")
                .json()
                .path("experiment_id")
                .asString();
        String run = server.post(
                        API + "runs/create",
                        "{\"experiment_id\":\"" + experiment
                                + "\",\"run_name\":\"parent\",\"start_time\":1778813692581,\"tags\":"
                                + "[{\"key\":\"plumbline.import.run_id\",\"value\":\"" + MlflowFolder.PARENT + "\"}]}")
                .json()
                .at("/run/info/run_id")
                .asString();
        server.post(
                API + "runs/log-batch",
                "{\"run_id\":\"" + run + "\",\"params\":[{\"key\":\"depth\",\"value\":\"3\"}],\"metrics\":"
                        + "[{\"key\":\"loss\",\"value\":0.5,\"timestamp\":1000,\"step\":0}]}");
        Plumbline rest = bring(mlruns, server);
        assertThat(rest.err()).isEmpty();
        assertThat(rest.out()).contains("2 metric points");
        assertComplete(server);
    }

    @Test
    void aRunningServerIsASourceToo() throws IOException {
        assertThat(bring(MlflowFolder.in(folder.resolve("mlruns")), server).exitCode())
                .isZero();
        try (RunningServer other = RunningServer.start(folder.resolve("other"))) {
            Plumbline copied = bring(server.address(), other);
            assertThat(copied.err()).isEmpty();
            assertThat(copied.exitCode()).as(copied.out()).isZero();
            assertComplete(other);
            assertThat(bring(server.address(), other).out())
                    .contains("There already: 2 experiments, 2 runs, 1 logged models,")
                    .doesNotContain("Came");
        }
    }

    @Test
    void whatIsRefusedIsTold() throws IOException {
        server.post(API + "registered-models/create", "{\"name\":\"other\"}");
        String experiment = server.post(API + "experiments/create", "{\"name\":\"credit\"}")
                .json()
                .path("experiment_id")
                .asString();
        server.post(API + "experiments/delete", "{\"experiment_id\":\"" + experiment + "\"}");
        Plumbline refused = bring(MlflowFolder.in(folder.resolve("mlruns")), server);
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.out())
                .contains(
                        "Did not come: experiment credit. Refused: the server has a deleted experiment of the name credit")
                .contains("version 1 of scorer, version 2 of scorer. What it was made of is neither");
    }

    @Test
    void aSourceThatIsNoneIsRefused() {
        assertThat(bring(folder.resolve("none"), server).err()).contains("There is no folder");
        assertThat(bring(folder, server).err()).contains("has no experiments");
        assertThat(bring("http://127.0.0.1:1", server).err()).contains("does not answer");
        assertThat(Plumbline.run("import", "mlflow", folder, "--server", server.address(), "--key", "wrong")
                        .isRefused())
                .isTrue();
    }
}
