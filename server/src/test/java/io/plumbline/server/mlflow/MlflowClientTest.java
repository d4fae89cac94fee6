package io.plumbline.server.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.dialect.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;

/** MLflow's own client for Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MlflowClientTest {
    private RunningServer server;
    private MlflowClient client;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        server = RunningServer.start(data.resolve("data"));
        client = new MlflowClient(new BasicMlflowHostCreds(server.address(), RunningServer.EDITOR + "-key"));
    }

    @AfterAll
    void stop() throws IOException {
        client.close();
        server.close();
    }

    private static Metric metric(String key, double value, long step) {
        return Metric.newBuilder()
                .setKey(key)
                .setValue(value)
                .setTimestamp(1_700_000_000_000L + step)
                .setStep(step)
                .build();
    }

    @Test
    void logsSearchesDeletesAndRestores() {
        String experiment = client.createExperiment("java client");
        assertThat(client.getExperimentByName("java client").orElseThrow().getExperimentId())
                .isEqualTo(experiment);
        RunInfo run = client.createRun(experiment);
        client.logBatch(
                run.getRunId(),
                LongStream.range(0, 1_000)
                        .mapToObj(i -> metric("loss", 1.0 / (i + 1), i))
                        .toList(),
                List.of(),
                List.of());
        client.logBatch(
                run.getRunId(),
                List.of(metric("nothing", Double.NaN, 0), metric("all", Double.POSITIVE_INFINITY, 0)),
                List.of(Param.newBuilder().setKey("depth").setValue("3").build()),
                List.of(RunTag.newBuilder().setKey("kind").setValue("tree").build()));
        client.logParam(run.getRunId(), "depth", "3");
        client.logMetric(run.getRunId(), "accuracy", 0.9);
        client.setTerminated(run.getRunId(), RunStatus.FINISHED);
        Run read = client.getRun(run.getRunId());
        assertThat(read.getInfo().getStatus()).isEqualTo(RunStatus.FINISHED);
        assertThat(read.getInfo().getRunUuid()).isEqualTo(run.getRunId());
        assertThat(read.getData().getMetricsList())
                .extracting(Metric::getKey)
                .containsExactlyInAnyOrder("accuracy", "all", "loss", "nothing");
        assertThat(client.getMetricHistory(run.getRunId(), "loss")).hasSize(1_000);
        assertThat(client.searchRuns(
                                List.of(experiment),
                                "metrics.loss <= 0.001 and params.depth = '3'",
                                ViewType.ACTIVE_ONLY,
                                5)
                        .getItems())
                .singleElement()
                .satisfies(found -> assertThat(found.getInfo().getRunId()).isEqualTo(run.getRunId()));
        client.deleteRun(run.getRunId());
        assertThat(client.searchRuns(List.of(experiment), "", ViewType.ACTIVE_ONLY, 5)
                        .getItems())
                .isEmpty();
        client.restoreRun(run.getRunId());
        client.renameExperiment(experiment, "java client renamed");
        client.deleteExperiment(experiment);
        client.restoreExperiment(experiment);
        assertThat(client.getExperiment(experiment).getName()).isEqualTo("java client renamed");
    }

    @Test
    void isRefusedAsMlflowDoes() {
        RunInfo run = client.createRun();
        client.logParam(run.getRunId(), "a", "1");
        assertThatThrownBy(() -> client.logParam(run.getRunId(), "a", "2"))
                .isInstanceOf(MlflowHttpException.class)
                .hasMessageContaining("400");
        assertThat(server.post(
                                "/api/2.0/mlflow/runs/search",
                                "{\"experiment_ids\":[\"0\"],\"filter\":\"metrics.a >> 1\"}")
                        .text())
                .contains("INVALID_PARAMETER_VALUE", "position 12");
        String thousandAndOne = "{\"run_id\":\"" + run.getRunId() + "\",\"metrics\":["
                + "{\"key\":\"m\",\"value\":1,\"timestamp\":1},".repeat(1_000)
                + "{\"key\":\"m\",\"value\":1,\"timestamp\":1}]}";
        assertThat(server.post("/api/2.0/mlflow/runs/log-batch", thousandAndOne).text())
                .contains("INVALID_PARAMETER_VALUE", "1001");
        assertThat(client.getRun(run.getRunId()).getData().getMetricsList()).isEmpty();
        assertThat(server.get("/api/2.0/mlflow/traces/x").status()).isEqualTo(501);
        assertThat(server.get("/ajax-api/2.0/mlflow/runs/get?run_uuid=" + run.getRunId())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsArtifactsWithinTheirRun() {
        RunInfo made = client.createRun();
        String run = made.getRunId();
        String path = "/api/2.0/mlflow-artifacts/artifacts/" + made.getExperimentId() + "/" + run + "/artifacts/";
        assertThat(put(path + "a%20b/c.txt", "hello").status()).isEqualTo(200);
        assertThat(server.get(path + "a%20b/c.txt").text()).isEqualTo("hello");
        var range = server.send(server.request(path + "a%20b/c.txt")
                .header("Authorization", "Bearer " + RunningServer.ADMIN + "-key")
                .header("Range", "bytes=1-3"));
        assertThat(range.statusCode()).isEqualTo(206);
        assertThat(range.body()).isEqualTo("ell");
        assertThat(range.headers().firstValue("Content-Range")).contains("bytes 1-3/5");
        for (String bad : List.of(
                "..%2f..%2fx", "%2e%2e/x", "a/../../x", "a%5C..%5Cx", "a%00b", "/x", "a//b", "", "%252e%252e/../y")) {
            assertThat(put(path + bad, "x").status()).as(bad).isBetween(400, 499);
        }
        assertThat(put("/api/2.0/mlflow-artifacts/artifacts/9/" + run + "/artifacts/x", "x")
                        .status())
                .isEqualTo(404);
        assertThat(put(path + "a%20b", "x").text()).contains("INVALID_PARAMETER_VALUE");
        assertThat(server.get("/api/2.0/mlflow/artifacts/list?run_id=" + run)
                        .json()
                        .at("/files/0/path")
                        .stringValue())
                .isEqualTo("a b");
        assertThat(server.call(RunningServer.ADMIN, "DELETE", path + "a%20b", null)
                        .status())
                .isEqualTo(200);
        assertThat(server.get(path + "a%20b/c.txt").status()).isEqualTo(404);
    }

    private RunningServer.Answer put(String path, String body) {
        return server.call(RunningServer.ADMIN, "PUT", path, body);
    }
}
