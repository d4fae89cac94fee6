package io.plumbline.server.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.dialect.PermissionSuite;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.RunningServer.Answer;
import io.plumbline.server.dialect.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation of the contract, called by nobody, by every role, and by the administrator of another organization. */
class PermissionsTest extends PermissionSuite {
    PermissionsTest() {
        super("mlflow", 71, 3);
    }

    @Override
    protected Samples samples(RunningServer on) {
        return TrackedRun.in(on);
    }

    private TrackedRun run() {
        return (TrackedRun) samples();
    }

    private Answer asStranger(String method, String path, String body) {
        return server().call(RunningServer.STRANGER, method, path, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"log-metric", "set-tag", "log-parameter", "delete", "update", "log-batch"})
    void anotherOrganizationDoesNotFindARunToWriteTo(String operation) {
        String before = server().get(run().place()).text();
        String body = "{\"run_id\":\"" + run().id() + "\",\"key\":\"k\",\"value\":\"1\",\"timestamp\":1}";
        assertThat(asStranger("POST", TrackedRun.API + "runs/" + operation, body)
                        .status())
                .isEqualTo(404);
        assertThat(server().get(run().place()).text()).isEqualTo(before);
    }

    @Test
    void anotherOrganizationDoesNotFindWhatItReadsByName() {
        assertThat(asStranger("GET", run().place(), "").status()).isEqualTo(404);
        assertThat(asStranger("GET", TrackedRun.API + "registered-models/get?name=a", "")
                        .status())
                .isEqualTo(404);
        assertThat(asStranger("POST", TrackedRun.API + "runs/search", "{\"experiment_ids\":[\"0\"]}")
                        .text())
                .doesNotContain(run().id());
    }
}
