package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Facts;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.CheckQuery;
import io.plumbline.domain.measurement.IncidentQuery;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.monitor.Schedule;
import io.plumbline.domain.monitor.Schedule.Cron;
import io.plumbline.domain.monitor.Threshold;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks come when they are due, by a clock that runs fast. */
class ScheduledChecksTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private MonitoringDesk desk;
    private Model model;
    private Dataset production;

    @BeforeEach
    void open() throws IOException {
        desk = new MonitoringDesk(folder);
        model = desk.model(Task.BINARY_CLASSIFICATION, Credits.AGE, Credits.AMOUNT, Credits.SEX);
        production = desk.production(model);
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    private void baseline() {
        Dataset training = desk.training(model);
        desk.append(training, "training", Credits.training(Credits.draw(1, 500, BEGIN.minus(DAY), DAY, 0)));
    }

    private void day(int number, int count, double shift) {
        Instant from = BEGIN.plus(DAY.multipliedBy(number));
        desk.append(production, "day " + number, Credits.scored(Credits.draw(100 + number, count, from, DAY, shift)));
    }

    /** Lets time pass, and does what is due. */
    private List<Check> until(Instant time) {
        desk.now = time;
        int submitted = desk.monitoring.scheduling().run();
        List<Check> done = new ArrayList<>();
        desk.core
                .monitors()
                .list(desk.caller)
                .forEach(monitor -> desk.core
                        .checks()
                        .list(
                                desk.caller,
                                monitor.id(),
                                new CheckQuery(
                                        List.of(io.plumbline.domain.task.Task.State.QUEUED), Optional.empty(), 0, 100))
                        .reversed()
                        .forEach(check -> done.add(desk.run(check))));
        assertThat(done).hasSize(submitted);
        return done;
    }

    private List<Check> checks(Monitor monitor) {
        return desk.core.checks().list(desk.caller, monitor.id(), CheckQuery.newest(1000));
    }

    @Test
    void aPausedServerCatchesUpOnce() {
        Monitor monitor =
                desk.monitor(model, "performance", Facts.NONE, Optional.of(Schedule.every(1, ChronoUnit.HOURS)));
        day(0, 50, 0);
        assertThat(until(BEGIN.plusSeconds(10))).isEmpty();
        assertThat(until(BEGIN.plusSeconds(3600))).hasSize(1);
        assertThat(until(BEGIN.plusSeconds(3601))).isEmpty();
        assertThat(until(BEGIN.plus(DAY))).hasSize(1);
        assertThat(until(BEGIN.plus(DAY).plusSeconds(3599))).isEmpty();
        assertThat(until(BEGIN.plus(DAY).plusSeconds(3600))).hasSize(1);
        assertThat(checks(monitor)).allMatch(check -> check.outcome().isPresent());
        assertThat(checks(monitor)).allMatch(check -> check.request().trigger() == Check.Trigger.SCHEDULER);
    }

    @Test
    void aClockThatIsSetBackRepeatsNothing() {
        Monitor monitor =
                desk.monitor(model, "performance", Facts.NONE, Optional.of(Schedule.every(1, ChronoUnit.HOURS)));
        day(0, 50, 0);
        until(BEGIN);
        assertThat(until(BEGIN.plus(Duration.ofHours(3)))).hasSize(1);
        for (int hour = 0; hour < 4; hour++) {
            assertThat(until(BEGIN.plus(Duration.ofHours(hour)))).isEmpty();
        }
        assertThat(until(BEGIN.plus(Duration.ofHours(4)))).hasSize(1);
        assertThat(until(BEGIN.plus(Duration.ofDays(300)))).hasSize(1);
        assertThat(until(BEGIN.plus(Duration.ofHours(5)))).isEmpty();
        assertThat(checks(monitor)).hasSize(3).allMatch(check -> check.outcome().isPresent());
    }

    @Test
    void aCheckBeforeTheEndOfTheLastOneHasNothingToLookAt() {
        Monitor monitor = desk.monitor(model, "performance", Facts.NONE);
        day(0, 50, 0);
        desk.now = BEGIN.plus(DAY);
        desk.check(monitor, Check.Request.by(Check.Trigger.USER));
        desk.now = BEGIN;
        Check back = desk.check(monitor, Check.Request.by(Check.Trigger.USER));
        assertThat(back.outcome().orElseThrow().result()).isEqualTo(Check.Result.NOT_COMPUTABLE);
    }

    @Test
    void whatHasNotChangedIsNotLookedAtAgain() {
        baseline();
        Monitor monitor = desk.monitor(model, "drift_v2", Facts.NONE, Optional.of(Schedule.every(1, ChronoUnit.HOURS)));
        until(BEGIN);
        day(0, 100, 0);
        assertThat(until(BEGIN.plusSeconds(3600))).hasSize(1);
        assertThat(until(BEGIN.plusSeconds(7200))).isEmpty();
        day(1, 100, 0);
        assertThat(until(BEGIN.plusSeconds(10800))).hasSize(1);
        Monitor changed =
                desk.core.monitors().change(desk.caller, monitor.id(), kept -> kept.with(Facts.of("min_samples", 1)));
        assertThat(changed.header().revision()).isEqualTo(2);
        until(BEGIN.plusSeconds(10801));
        assertThat(until(BEGIN.plusSeconds(14400))).hasSize(1);
        assertThat(until(BEGIN.plusSeconds(18000))).isEmpty();
    }

    @Test
    void sixtyDaysHaveThePlantedIncidentsAndNoOthers() {
        baseline();
        Monitor drift = desk.monitor(
                model,
                "drift_v2",
                Facts.NONE,
                Optional.of(Schedule.every(1, ChronoUnit.DAYS)),
                Threshold.of("feature_drift_score", Side.UPPER, 0.2));
        Monitor traffic = desk.monitor(
                model,
                "performance",
                Facts.of("incident_good_checks", 1),
                Optional.of(Schedule.every(1, ChronoUnit.DAYS)),
                Threshold.of("scoring_records", Side.LOWER, 50));
        until(BEGIN);
        for (int number = 0; number < 60; number++) {
            if (number != 20) {
                day(number, 200, number < 40 ? 0 : 1.5);
            }
            until(BEGIN.plus(DAY.multipliedBy(number + 1)));
        }
        var ofDrift = desk.core.measurements().incidents(desk.caller, of(drift));
        assertThat(ofDrift.stream().map(incident -> incident.tags().getOrDefault("field_name", "all")))
                .containsExactlyInAnyOrder("all", "amount", "sex");
        assertThat(ofDrift).allMatch(incident -> incident.openedAt().equals(BEGIN.plus(DAY.multipliedBy(41))));
        assertThat(ofDrift).allMatch(incident -> incident.isOpen());
        var ofTraffic = desk.core.measurements().incidents(desk.caller, of(traffic));
        assertThat(ofTraffic).hasSize(1);
        assertThat(ofTraffic.getFirst().openedAt()).isEqualTo(BEGIN.plus(DAY.multipliedBy(21)));
        assertThat(ofTraffic.getFirst().closedAt()).contains(BEGIN.plus(DAY.multipliedBy(22)));
        assertThat(checks(traffic)).hasSize(60);
        assertThat(checks(drift)).hasSize(59);
    }

    private static IncidentQuery of(Monitor monitor) {
        return new IncidentQuery(Optional.of(monitor.id()), Optional.empty(), Optional.empty(), Optional.empty(), 100);
    }

    @Test
    void aCronScheduleFollowsItsClock() {
        Schedule schedule = new Schedule(
                new Cron("30 2 * * *", ZoneId.of("Europe/Berlin")), Optional.empty(), Schedule.Status.ENABLED);
        Instant made = Instant.parse("2026-03-27T00:00:00Z");
        Instant first = next(schedule, made, made);
        assertThat(first).isEqualTo(Instant.parse("2026-03-27T01:30:00Z"));
        Instant saturday = next(schedule, made, first);
        assertThat(saturday).isEqualTo(Instant.parse("2026-03-28T01:30:00Z"));
        // On that Sunday there is no 02:30.
        Instant sunday = next(schedule, made, saturday);
        assertThat(sunday).isBetween(Instant.parse("2026-03-29T00:59:59Z"), Instant.parse("2026-03-30T00:30:00Z"));
        assertThat(next(schedule, made, Instant.parse("2026-03-29T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-30T00:30:00Z"));
        // On this one there are two; the check comes once.
        Instant autumn = next(schedule, made, Instant.parse("2026-10-24T12:00:00Z"));
        assertThat(autumn).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(next(schedule, made, autumn)).isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
    }

    private Instant next(Schedule schedule, Instant made, Instant after) {
        return schedule.next(made, after, desk.monitoring.calendar());
    }

    @Test
    void anExpressionThatMakesNoSenseIsRefused() {
        for (String expression : List.of("", "every day", "61 * * * *", "* * * *", "0 0 30 2 *")) {
            Schedule schedule =
                    new Schedule(new Cron(expression, ZoneId.of("UTC")), Optional.empty(), Schedule.Status.ENABLED);
            assertThatThrownBy(() -> desk.monitor(model, "performance", Facts.NONE, Optional.of(schedule)), expression)
                    .isInstanceOf(PlumblineException.class)
                    .hasMessageContaining("cron");
        }
        assertThat(desk.core.monitors().list(desk.caller)).isEmpty();
    }

    @Test
    void aScheduleOutlivesItsServer() throws IOException {
        Monitor monitor =
                desk.monitor(model, "performance", Facts.NONE, Optional.of(Schedule.every(1, ChronoUnit.HOURS)));
        until(BEGIN);
        desk.close();
        desk = new MonitoringDesk(folder);
        assertThat(until(BEGIN.plus(DAY))).hasSize(1);
        assertThat(checks(monitor)).hasSize(1);
    }
}
