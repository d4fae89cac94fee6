package io.plumbline.server.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.dialect.ContractOperation;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.RunningServer.Answer;
import io.plumbline.server.dialect.Samples;
import io.plumbline.server.openscale.Workspace;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A workspace with a monitor that has run, and that has found something, a baseline, and a purge of nothing.
 *
 * @param named ids by the parameter of paths that names them
 */
public record Watched(RunningServer server, Workspace workspace, Map<String, String> named) implements Samples {
    /** Makes one, as the administrator. */
    public static Watched in(RunningServer server) {
        Workspace workspace = Workspace.in(server);
        Answer enabled = server.post("/v2/monitor_instances?skip_scheduler=true", """
                        {"data_mart_id":"%s","monitor_definition_id":"performance","parameters":{},
                         "target":{"target_type":"subscription","target_id":"%s"},
                         "thresholds":[{"metric_id":"scoring_records","type":"lower_limit","value":100}]}
                        """.formatted(
                        workspace.id("data_mart_id"), workspace.id("subscription_id")));
        assertThat(enabled.status()).as(enabled.text()).isEqualTo(201);
        Answer published = server.post("/v2/monitor_instances/" + enabled.id() + "/measurements", """
                [{"timestamp":"2026-03-01T00:00:00Z","metrics":[{"scoring_records":7}]}]""");
        assertThat(published.status()).as(published.text()).isBetween(200, 202);
        String monitor =
                server.get("/api/v1/monitors/" + enabled.id()).json().path("id").asString();
        String check = started(server, monitor);
        String measurement = server.get("/api/v1/monitors/" + monitor + "/measurements")
                .json()
                .at("/measurements/0/id")
                .asString();
        Answer purge = server.post("/api/v1/purges", "{}");
        assertThat(purge.status()).as(purge.text()).isEqualTo(202);
        Answer baseline = server.post(
                "/api/v1/baselines", """
                        {"model_id":"%s","name":"before","source":{"kind":"training","dataset_id":"%s"}}
                        """.formatted(workspace.id("subscription_id"), workspace.id("dataset_id")));
        assertThat(baseline.status()).as(baseline.text()).isEqualTo(201);
        return new Watched(
                server,
                workspace,
                Map.of(
                        "monitor_id",
                        monitor,
                        "check_id",
                        check,
                        "measurement_id",
                        measurement,
                        "purge_id",
                        purge.json().path("id").asString(),
                        "baseline_id",
                        baseline.json().path("id").asString(),
                        "dataset_id",
                        workspace.id("dataset_id")));
    }

    /** A check, once it is over. */
    private static String started(RunningServer server, String monitor) {
        Answer started = server.call(RunningServer.ADMIN, "POST", "/api/v1/monitors/" + monitor + "/checks", null);
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        String path = started.response().headers().firstValue("Location").orElseThrow();
        JsonNode check = server.get(path).json();
        while (!check.has("ended_at")) {
            Thread.onSpinWait();
            check = server.get(path).json();
        }
        return check.path("id").asString();
    }

    @Override
    public String path(ContractOperation operation) {
        return operation.path(parameter -> Objects.requireNonNull(named.get(parameter)));
    }

    @Override
    public boolean names(ContractOperation operation) {
        return operation.path().contains("{");
    }

    @Override
    public Collection<String> ids() {
        return Stream.concat(named.values().stream(), workspace.ids().stream()).toList();
    }

    @Override
    public Map<String, String> asItIs() {
        String monitor = "/api/v1/monitors/" + named.get("monitor_id");
        return Stream.of(
                        "/api/v1/datasets/" + named.get("dataset_id"),
                        "/api/v1/baselines/" + named.get("baseline_id"),
                        monitor,
                        monitor + "/checks")
                .collect(Collectors.toMap(path -> path, path -> server.get(path).text()));
    }
}
