package io.plumbline.server.purge;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.Plumbline;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.RunningServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeCommandTest {
    private static final String MLFLOW = "/api/2.0/mlflow/";

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

    private Plumbline purgeAs(String user, Object... options) {
        return Plumbline.runIn(
                Map.of("PLUMBLINE_KEY", user + "-key"),
                Stream.concat(Stream.of("purge", "--server", server.address()), Stream.of(options))
                        .toArray());
    }

    private String deletedExperiment(String name) {
        Answer made = server.post(MLFLOW + "experiments/create", "{\"name\":\"" + name + "\"}");
        String experiment = made.json().path("experiment_id").asString();
        server.post(MLFLOW + "runs/create", "{\"experiment_id\":\"" + experiment + "\"}");
        Answer deleted = server.post(MLFLOW + "experiments/delete", "{\"experiment_id\":\"" + experiment + "\"}");
        assertThat(deleted.status()).as(deleted.text()).isEqualTo(200);
        return experiment;
    }

    private int statusOf(String experiment) {
        return server.get(MLFLOW + "experiments/get?experiment_id=" + experiment)
                .status();
    }

    @Test
    void whatIsInTheBinGoesAndIsCounted() {
        String experiment = deletedExperiment("credit");
        Plumbline purge = purgeAs(RunningServer.ADMIN);
        assertThat(purge.err()).isEmpty();
        assertThat(purge.out()).isEqualTo("Removed for good: 2 runs and experiments.\n");
        assertThat(purge.exitCode()).isZero();
        assertThat(statusOf(experiment)).isEqualTo(404);
    }

    @Test
    void whatWasDeletedLaterStays() {
        String experiment = deletedExperiment("credit");
        Plumbline purge = purgeAs(RunningServer.ADMIN, "--deleted-before", "2026-01-01T00:00:00Z");
        assertThat(purge.out()).isEqualTo("Removed for good: 0 runs and experiments.\n");
        assertThat(statusOf(experiment)).isEqualTo(200);
    }

    @Test
    void whoMayNotPurgeIsToldSo() {
        Plumbline refused = purgeAs(RunningServer.VIEWER);
        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.err()).contains("The server answers 403");
    }

    @Test
    void aTimeThatIsNoneIsRefusedWithOneThatIs() {
        Plumbline refused = purgeAs(RunningServer.ADMIN, "--deleted-before", "yesterday");
        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.err())
                .isEqualTo("plumbline: Invalid value for option '--deleted-before': 'yesterday' is no time such as "
                        + "2026-10-01T00:00:00Z. Try 'plumbline purge --help'.\n");
    }
}
