package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Facts;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.Check.Trigger;
import io.plumbline.domain.check.CheckQuery;
import io.plumbline.domain.measurement.Incident;
import io.plumbline.domain.measurement.IncidentQuery;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.MeasurementQuery;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.monitor.Threshold;
import io.plumbline.domain.task.TaskHandler.CancelledException;
import io.plumbline.server.serve.Credits.Loan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that are cancelled, and those of a server that is killed, leave nothing half done, and are done once in the end. */
class InterruptedChecksTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int ROUNDS = 3;
    private static final int CHECKS = 8;
    /** The metric of each definition whose limit every check breaks. */
    private static final Map<String, String> BROKEN = Map.of(
            "quality", "accuracy",
            "fairness", "fairness_value",
            "drift_v2", "input_metadata_drift_score",
            "performance", "scoring_records");
    /** A killed server is taken for gone after twenty seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final List<Monitor> monitors = new ArrayList<>();

    @BeforeEach
    void fill() throws IOException {
        try (MonitoringDesk desk = new MonitoringDesk(folder)) {
            Model model = desk.model(Task.BINARY_CLASSIFICATION, Credits.AGE, Credits.AMOUNT, Credits.SEX);
            Dataset production = desk.production(model);
            Dataset training = desk.training(model);
            Dataset labels = desk.labels(model);
            List<Loan> loans = Credits.draw(2, 3000, BEGIN, DAY, 0.6);
            desk.append(training, "training", Credits.training(Credits.draw(1, 500, BEGIN.minus(DAY), DAY, 0)));
            desk.append(production, "payload", Credits.scored(loans));
            desk.append(labels, "labels", Credits.labelled(loans));
            desk.now = BEGIN.plus(DAY);
            monitors.add(desk.monitor(
                    model, "quality", Facts.of("positive_class", "Risk"), Threshold.of("accuracy", Side.LOWER, 0.999)));
            monitors.add(
                    desk.monitor(model, "fairness", fairness(), Threshold.of("fairness_value", Side.LOWER, 100_000)));
            monitors.add(desk.monitor(
                    model, "drift_v2", Facts.NONE, Threshold.of("input_metadata_drift_score", Side.UPPER, -1)));
            monitors.add(desk.monitor(
                    model, "performance", Facts.NONE, Threshold.of("scoring_records", Side.LOWER, 1_000_000)));
        }
    }

    private static Facts fairness() {
        return Facts.of("favourable_class", List.of("No Risk"))
                .with(
                        "features",
                        List.of(Map.of("feature", "sex", "majority", List.of("male"), "minority", List.of("female"))));
    }

    private static Window window(int number) {
        return new Window(BEGIN, BEGIN.plus(Duration.ofHours(2L * (number + 1))));
    }

    @Test
    void aCheckThatIsCancelledAtAnyStepLeavesNothing() throws IOException {
        try (MonitoringDesk desk = new MonitoringDesk(folder)) {
            desk.now = BEGIN.plus(DAY);
            for (Monitor monitor : monitors) {
                Check queued = desk.core
                        .checks()
                        .start(
                                desk.caller,
                                monitor.id(),
                                Check.Request.by(Trigger.USER).over(window(3)));
                int steps = cancelAtEachStep(desk, queued);
                assertThat(steps).isGreaterThanOrEqualTo(2);
                assertThat(desk.measurement(queued).readings())
                        .isEqualTo(
                                desk.measurement(desk.check(monitor, window(3))).readings());
            }
        }
    }

    /** At its first report, then at its second, and so on until it comes to its end. */
    private static int cancelAtEachStep(MonitoringDesk desk, Check queued) {
        io.plumbline.domain.task.Task task =
                desk.tasks.find(queued.organization(), queued.id()).orElseThrow();
        int step = 1;
        while (true) {
            int[] left = {step};
            try {
                desk.monitoring.task().run(task, (done, total, message) -> {
                    if (--left[0] == 0) {
                        throw new CancelledException();
                    }
                });
                return step;
            } catch (CancelledException e) {
                step++;
            }
            assertThat(desk.core
                            .checks()
                            .find(desk.caller, queued.monitor(), queued.id())
                            .outcome())
                    .isEmpty();
            assertThatThrownBy(() -> desk.measurement(queued)).hasMessageContaining("measurement");
            assertThat(incidents(desk, queued.monitor())).isEmpty();
        }
    }

    private static List<Incident> incidents(MonitoringDesk desk, io.plumbline.domain.Id monitor) {
        return desk.core
                .measurements()
                .incidents(
                        desk.caller,
                        new IncidentQuery(
                                Optional.of(monitor), Optional.empty(), Optional.empty(), Optional.empty(), 100));
    }

    @Test
    void checksOfAKilledServerAreDoneOnce() throws Exception {
        ask();
        Random random = new Random(20_261_122);
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProgram server = start()) {
                Thread.sleep(random.nextInt(1200));
                server.kill();
            }
            verifyWhatIsThere();
        }
        Instant deadline = Instant.now().plus(PATIENCE);
        while (open() > 0) {
            assertThat(Instant.now()).as("all checks are done").isBefore(deadline);
            try (ServerProgram server = start()) {
                Thread.sleep(5_000);
                assertThat(server.terminate()).isZero();
            }
        }
        verifyWhatIsThere();
        verifyAll();
    }

    private ServerProgram start() throws IOException, InterruptedException {
        ServerProgram server = ServerProgram.start(Map.of("PLUMBLINE_ADMIN_KEY", "sesame-open"), folder);
        assertThat(server.isListening()).as(server.errors()).isTrue();
        return server;
    }

    private void ask() throws IOException {
        try (MonitoringDesk desk = new MonitoringDesk(folder)) {
            for (int number = 0; number < CHECKS; number++) {
                desk.now = BEGIN.plus(DAY).plusSeconds(number);
                for (Monitor monitor : monitors) {
                    Check.Request request = Check.Request.by(Trigger.USER).over(window(number));
                    desk.core.checks().start(desk.caller, monitor.id(), request);
                }
            }
        }
    }

    private static List<Check> checks(MonitoringDesk desk, Monitor monitor) {
        return desk.core
                .checks()
                .list(desk.caller, monitor.id(), CheckQuery.newest(100))
                .reversed();
    }

    private int open() throws IOException {
        try (MonitoringDesk desk = new MonitoringDesk(folder)) {
            return (int) monitors.stream()
                    .flatMap(monitor -> checks(desk, monitor).stream())
                    .filter(check -> check.outcome().isEmpty())
                    .count();
        }
    }

    /** A measurement for each check that is done and at most one for the one that ran, and an incident that counted each of them once. */
    private void verifyWhatIsThere() throws IOException {
        try (MonitoringDesk desk = new MonitoringDesk(folder)) {
            for (Monitor monitor : monitors) {
                List<Measurement> measured =
                        desk.core.measurements().list(desk.caller, monitor.id(), MeasurementQuery.newest(100));
                long done = checks(desk, monitor).stream()
                        .filter(check -> check.outcome().isPresent())
                        .count();
                assertThat((long) measured.size()).isBetween(done, done + 1);
                List<Incident> open = incidents(desk, monitor.id());
                assertThat(open)
                        .extracting(incident -> incident.metric() + incident.tags())
                        .doesNotHaveDuplicates();
                List<Integer> breaches = open.stream()
                        .filter(incident -> incident.metric().equals(BROKEN.get(monitor.definition())))
                        .map(Incident::breaches)
                        .toList();
                assertThat(breaches).isEqualTo(measured.isEmpty() ? List.of() : List.of(measured.size()));
            }
        }
    }

    /** Nothing differs from checks that nobody disturbed. */
    private void verifyAll() throws IOException {
        try (MonitoringDesk desk = new MonitoringDesk(folder)) {
            for (Monitor monitor : monitors) {
                List<Check> done = checks(desk, monitor);
                assertThat(done).hasSize(CHECKS);
                for (int number = 0; number < CHECKS; number++) {
                    Check undisturbed = desk.check(monitor, window(number));
                    assertThat(desk.measurement(done.get(number)).readings())
                            .isEqualTo(desk.measurement(undisturbed).readings());
                }
            }
        }
    }
}
