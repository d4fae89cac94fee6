package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Document;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.Check.Request;
import io.plumbline.domain.check.Check.Result;
import io.plumbline.domain.check.Check.Trigger;
import io.plumbline.domain.check.MetricsProvider;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.MeasurementQuery;
import io.plumbline.domain.measurement.Publication;
import io.plumbline.domain.measurement.Publication.Group;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition;
import io.plumbline.domain.monitor.MonitorDefinition.Direction;
import io.plumbline.domain.monitor.MonitorDefinition.Metric;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.monitor.Schedule;
import io.plumbline.domain.monitor.Threshold;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.TaskHandler.CancelledException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that are measured outside of the server. */
class ProvidedChecksTest {
    @TempDir
    private Path folder;

    private MonitoringDesk desk;
    private Model model;
    private final Fake provider = new Fake();

    /** A provider that does what a test says. */
    private static final class Fake implements MetricsProvider {
        private int asked;
        private Function<Question, Future<List<Group>>> answer = question -> none();

        @Override
        public void verify() {}

        @Override
        public Duration patience() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Future<List<Group>> ask(Question question) {
            asked++;
            return answer.apply(question);
        }
    }

    private static Future<List<Group>> none() {
        return CompletableFuture.completedFuture(List.of());
    }

    @BeforeEach
    void open() throws IOException {
        desk = new MonitoringDesk(folder, monitor -> Optional.of(provider));
        model = desk.model(Model.Task.BINARY_CLASSIFICATION);
        desk.core.definitions().add(desk.caller, Optional.empty(), header -> {
            Metric gain = new Metric("gain", "Gain", Direction.INCREASING, List.of(), EnumSet.allOf(Model.Task.class));
            MonitorDefinition profit = new MonitorDefinition("profit", "Profit", "", List.of(gain), List.of());
            return new CustomMonitor(header, profit, Optional.empty(), Document.EMPTY);
        });
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    private Monitor monitor(Threshold... limits) {
        return desk.monitor(model, "profit", Facts.NONE, limits);
    }

    private Check queued(Monitor monitor) {
        return desk.core.checks().start(desk.caller, monitor.id(), Request.by(Trigger.USER));
    }

    private static Group gain(double value) {
        return new Group(new TreeMap<>(), Map.of("gain", value));
    }

    private void publish(Check check, double value) {
        Publication publication = new Publication(
                Optional.empty(), desk.now, Optional.of(check.id()), List.of(gain(value)), List.of(), Facts.NONE);
        desk.core.measurements().publish(desk.caller, check.monitor(), List.of(publication));
    }

    private List<Measurement> measured(Check check) {
        return desk.core.measurements().list(desk.caller, check.monitor(), MeasurementQuery.newest(10));
    }

    private void ends(Check check, Optional<String> failure) {
        desk.core.checks().end(desk.caller, check.monitor(), check.id(), failure);
    }

    @Test
    void numbersInItsAnswerAreTheMeasurement() {
        provider.answer = question -> CompletableFuture.completedFuture(List.of(gain(3)));
        Check check = desk.run(queued(monitor(Threshold.of("gain", Side.LOWER, 4))));
        assertThat(check.state()).isEqualTo(Task.State.FINISHED);
        Measurement measurement = desk.measurement(check);
        assertThat(measurement.check()).contains(check.id());
        assertThat(measurement.issueCount()).isEqualTo(1);
    }

    @Test
    void whatItPublishesMeanwhileIsTheMeasurement() {
        provider.answer = question -> {
            publish(question.check(), 5);
            return none();
        };
        Check check = desk.run(queued(monitor()));
        assertThat(check.outcome().orElseThrow().result()).isEqualTo(Result.MEASURED);
        assertThat(measured(check)).hasSize(1);
        assertThat(desk.run(check)).isEqualTo(check);
        assertThat(provider.asked).isEqualTo(1);
    }

    @Test
    void itIsNotAskedAgainWhereItHasAnsweredBeforeTheServerEnded() {
        Check check = queued(monitor());
        publish(check, 5);
        assertThat(desk.run(check).outcome().orElseThrow().result()).isEqualTo(Result.MEASURED);
        assertThat(provider.asked).isZero();
    }

    @Test
    void itMaySayThatItIsDone() {
        provider.answer = question -> {
            ends(question.check(), Optional.empty());
            return new CompletableFuture<>();
        };
        Check check = desk.run(queued(monitor()));
        assertThat(check.outcome().orElseThrow().result()).isEqualTo(Result.NOT_COMPUTABLE);
        assertThat(check.outcome().orElseThrow().message()).contains("published no measurement");
        ends(check, Optional.empty());
        assertThatThrownBy(() -> ends(check, Optional.of("after all"))).hasMessageContaining("is over");
    }

    @Test
    void itMaySayThatItFailed() {
        CompletableFuture<List<Group>> call = new CompletableFuture<>();
        provider.answer = question -> {
            ends(question.check(), Optional.of("no money"));
            return call;
        };
        Check check = queued(monitor());
        assertThatThrownBy(() -> desk.run(check)).hasMessageContaining("no money");
        assertThat(call).isCancelled();
        Check failed = desk.core.checks().find(desk.caller, check.monitor(), check.id());
        assertThat(failed.state()).isEqualTo(Task.State.FAILED);
        assertThatThrownBy(() -> desk.run(check)).hasMessageContaining("no money");
        assertThat(provider.asked).isEqualTo(1);
    }

    @Test
    void aCallThatFailsIsTheReason() {
        provider.answer = question -> CompletableFuture.failedFuture(
                new PlumblineException(new Failure.Unreachable("the host x cannot be reached")));
        assertThatThrownBy(() -> desk.run(queued(monitor()))).hasMessage("the host x cannot be reached");
    }

    @Test
    void numbersThatDoNotFitTheDefinitionAreRefused() {
        Group other = new Group(new TreeMap<>(), Map.of("speed", 1.0));
        provider.answer = question -> CompletableFuture.completedFuture(List.of(other));
        Check check = queued(monitor());
        assertThatThrownBy(() -> desk.run(check)).hasMessageContaining("no metric or tag speed");
        assertThat(measured(check)).isEmpty();
    }

    @Test
    void itIsNotWaitedForLongerThanItsPatience() {
        provider.answer = question -> {
            desk.now = desk.now.plusSeconds(61);
            return none();
        };
        assertThatThrownBy(() -> desk.run(queued(monitor()))).hasMessageContaining("published nothing in 60 s");
    }

    @Test
    void aCheckThatWaitsIsCancelled() {
        CompletableFuture<List<Group>> call = new CompletableFuture<>();
        provider.answer = question -> call;
        Check check = queued(monitor());
        Task task = desk.tasks.find(check.organization(), check.id()).orElseThrow();
        assertThatThrownBy(() -> desk.monitoring.task().run(task, (done, total, message) -> {
                    throw new CancelledException();
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(call).isCancelled();
    }

    @Test
    void itIsAskedWhenItIsDue() {
        desk.monitor(model, "profit", Facts.NONE, Optional.of(Schedule.every(1, ChronoUnit.HOURS)));
        assertThat(desk.monitoring.scheduling().run()).isZero();
        desk.now = desk.now.plus(Duration.ofHours(2));
        assertThat(desk.monitoring.scheduling().run()).isEqualTo(1);
        desk.now = desk.now.plus(Duration.ofHours(1));
        assertThat(desk.monitoring.scheduling().run()).isEqualTo(1);
    }

    @Test
    void nobodyElseEndsACheck() {
        Monitor traffic = desk.monitor(model, "performance", Facts.NONE);
        Check check = queued(traffic);
        assertThatThrownBy(() -> ends(check, Optional.empty()))
                .hasMessageContaining("not measured by a custom metrics provider");
    }
}
