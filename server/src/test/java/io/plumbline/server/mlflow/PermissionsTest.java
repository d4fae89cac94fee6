package io.plumbline.server.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.identity.Role;
import io.plumbline.server.openscale.ContractOperation;
import io.plumbline.server.openscale.RunningServer;
import io.plumbline.server.openscale.RunningServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the contract, called by nobody, by every role, and by the administrator of another organization. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsTest {
    private static final Map<String, Role> USERS = Map.of(
            RunningServer.ADMIN, Role.ADMIN, RunningServer.EDITOR, Role.EDITOR, RunningServer.VIEWER, Role.VIEWER);

    private RunningServer server;
    private String run = "";

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        server = RunningServer.start(data.resolve("data"));
        run = TrackedRun.in(server);
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    private static Stream<ContractOperation> guarded() {
        return ContractOperation.ofMlflow().stream().filter(operation -> !operation.isPublic());
    }

    private String path(ContractOperation operation) {
        return operation.path(name -> TrackedRun.parameter(name, run));
    }

    @Test
    void nobodyAndWrongCredentialsAreRefused() {
        assertThat(guarded()).hasSizeGreaterThan(70).allSatisfy(operation -> {
            assertThat(server.call(null, operation.method(), path(operation), "{}")
                            .status())
                    .isEqualTo(401);
            assertThat(server.call("nobodys", operation.method(), path(operation), "{}")
                            .status())
                    .isEqualTo(401);
        });
    }

    @Test
    void whoLacksThePermissionIsRefusedAndNobodyElse() {
        assertThat(guarded().filter(operation -> !operation.method().equals("DELETE")))
                .allSatisfy(operation -> USERS.forEach((user, role) -> {
                    Answer answer = server.call(user, operation.method(), path(operation), "[]");
                    assertThat(answer.status() == 403)
                            .as(user + " " + operation + " " + answer.text())
                            .isEqualTo(!role.holds(operation.permission()));
                    assertThat(answer.status()).isNotEqualTo(401);
                }));
    }

    @Test
    void anotherOrganizationFindsNothing() {
        String before = server.get("/api/2.0/mlflow/runs/get?run_id=" + run).text();
        assertThat(server.call(RunningServer.STRANGER, "GET", "/api/2.0/mlflow/runs/get?run_id=" + run, null)
                        .status())
                .isEqualTo(404);
        for (String operation :
                new String[] {"log-metric", "set-tag", "log-parameter", "delete", "update", "log-batch"}) {
            String body = "{\"run_id\":\"" + run + "\",\"key\":\"k\",\"value\":\"1\",\"timestamp\":1}";
            assertThat(server.call(RunningServer.STRANGER, "POST", "/api/2.0/mlflow/runs/" + operation, body)
                            .status())
                    .as(operation)
                    .isEqualTo(404);
        }
        assertThat(guarded().filter(operation -> operation.path().contains("{artifact_path}") && !operation.isAbsent()))
                .hasSize(3)
                .allSatisfy(operation -> assertThat(
                                server.call(RunningServer.STRANGER, operation.method(), path(operation), "x")
                                        .status())
                        .isEqualTo(404));
        assertThat(server.call(
                                RunningServer.STRANGER,
                                "POST",
                                "/api/2.0/mlflow/runs/search",
                                "{\"experiment_ids\":[\"0\"]}")
                        .text())
                .doesNotContain(run);
        assertThat(server.call(RunningServer.STRANGER, "GET", "/api/2.0/mlflow/registered-models/get?name=a", null)
                        .status())
                .isEqualTo(404);
        assertThat(server.get("/api/2.0/mlflow/runs/get?run_id=" + run).text()).isEqualTo(before);
    }
}
