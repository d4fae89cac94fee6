package io.plumbline.server.monitors;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.Plumbline;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.nativeapi.Watched;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MonitorCommandTest {
    private static final Map<String, String> KEY = Map.of("PLUMBLINE_KEY", RunningServer.ADMIN + "-key");

    @TempDir
    private Path folder;

    private RunningServer server;
    private Watched watched;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.start(folder.resolve("data"));
        watched = Watched.in(server);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Plumbline run(Object... arguments) {
        Object[] all = Stream.concat(Stream.of("monitor"), Stream.of(arguments)).toArray();
        return Plumbline.runIn(
                KEY,
                Stream.concat(Stream.of(all), Stream.of("--server", server.address()))
                        .toArray());
    }

    private static JsonNode json(Plumbline run) {
        assertThat(run.err()).isEmpty();
        return JsonMapper.shared().readTree(run.out());
    }

    private String monitor() {
        return Objects.requireNonNull(watched.named().get("monitor_id"));
    }

    @Test
    void monitorsAreListed() {
        Plumbline table = run("list");
        assertThat(table.out().lines().findFirst().orElseThrow()).matches("ID +MODEL +DEFINITION +STATE +INCIDENTS.*");
        assertThat(table.out())
                .containsPattern(monitor() + "  n +performance +alert +1 +2026-03-01T00:00:00Z +finished");
        assertThat(table.exitCode()).isZero();

        assertThat(json(run("list", "--model", "n", "--format", "json")))
                .singleElement()
                .satisfies(monitor -> {
                    assertThat(monitor.path("id").asString()).isEqualTo(monitor());
                    assertThat(monitor.path("open_incidents")).hasSize(1);
                });
        assertThat(json(run("list", "--model", "other", "--format", "json"))).isEmpty();
    }

    @Test
    void aMonitorIsShownByItsIdAndByItsNames() {
        for (String name : new String[] {monitor(), "performance", "n/performance"}) {
            Plumbline shown = run("show", name);
            assertThat(shown.err()).isEmpty();
            assertThat(shown.out())
                    .startsWith("n/performance\n")
                    .contains("State:          alert\n", "Schedule:       none\n")
                    .containsPattern("2026-03-01T00:00:00Z +scoring_records +7 +100")
                    .containsPattern("scoring_records +≥ 100");
        }
        assertThat(json(run("show", "performance", "--format", "json"))
                        .path("state")
                        .asString())
                .isEqualTo("alert");
    }

    @Test
    void aMonitorIsRunAndTellsByItsExitCodeWhatItFound() {
        Plumbline nothing = run("run", "performance");
        assertThat(nothing.out()).startsWith("n/performance has nothing to compute: ");
        assertThat(nothing.exitCode()).isZero();

        send(3);
        Plumbline few = run("run", "performance");
        assertThat(few.out())
                .contains("looked at 3 records", "Outside of their limits: 1 of 4 numbers.")
                .containsPattern("scoring_records +3 +≥ 100 +outside");
        assertThat(few.exitCode()).isEqualTo(1);

        send(100);
        Plumbline enough =
                run("run", "performance", "--from", "2020-01-01T00:00:00Z", "--until", "2100-01-01T00:00:00Z");
        assertThat(enough.err()).isEmpty();
        assertThat(enough.out()).contains("looked at 103 records", "No number is outside of its limits.");
        assertThat(enough.exitCode()).isZero();
    }

    @Test
    void aRunForProgramsHasTheCheckAndItsMeasurement() {
        send(3);
        Plumbline run = run("run", monitor(), "--format", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode both = json(run);
        assertThat(both.at("/check/state").asString()).isEqualTo("finished");
        assertThat(both.at("/measurement/id").asString())
                .isEqualTo(both.at("/check/id").asString());
        assertThat(both.at("/measurement/breaches").asInt()).isEqualTo(1);
    }

    private void send(int records) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < records; i++) {
            body.append(i == 0 ? "[" : ",").append("{\"scoring_id\":\"%d-%d\",\"x\":1}".formatted(records, i));
        }
        assertThat(server.post("/v2/data_sets/" + watched.workspace().id("data_set_id") + "/records", body + "]")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void whatMakesNoSenseIsRefusedInOneLine() {
        assertThat(run("show", "drift").isRefused()).isTrue();
        assertThat(run("show", "drift").err())
                .isEqualTo("plumbline: There is no monitor 'drift'. There are: n/performance (" + monitor() + ").\n");
        assertThat(run("run", "performance", "--from", "2026-03-01T00:00:00Z").err())
                .isEqualTo("plumbline: --from and --until are needed together.\n");
        assertThat(run("run", "performance", "--from", "2026-03-02T00:00:00Z", "--until", "2026-03-01T00:00:00Z")
                        .err())
                .startsWith("plumbline: The server answers 400: a window ends after it begins");
        assertThat(run("run", "performance", "--from", "soon", "--until", "later")
                        .isRefused())
                .isTrue();
        assertThat(run().isRefused()).isTrue();
        assertThat(run("run").isRefused()).isTrue();
    }

    @Test
    void aServerThatDoesNotAnswerOrKnowTheKeyIsTold() {
        assertThat(Plumbline.run("monitor", "list", "--server", server.address())
                        .err())
                .isEqualTo("plumbline: An API key is needed, by --key or in PLUMBLINE_KEY.\n");
        assertThat(Plumbline.run("monitor", "list", "--server", server.address(), "--key", "wrong")
                        .err())
                .startsWith("plumbline: The server answers 401: ");
        assertThat(Plumbline.run("monitor", "list", "--server", "http://127.0.0.1:1", "--key", "k")
                        .err())
                .isEqualTo("plumbline: The server does not answer at http://127.0.0.1:1/api/v1: nothing listens there."
                        + " Start it, or name another by --server.\n");
    }
}
