package io.plumbline.domain.check;

import io.plumbline.domain.Id;
import io.plumbline.domain.check.CheckStore.Planned;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.monitor.CronCalendar;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.Schedule;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.task.Task;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts checks in line when they are due. What is due stands in the database, so that several nodes may do this at once and each check comes
 * once; what was missed while nobody did it comes once.
 */
public final class Scheduling {
    private static final int PAGE = 200;

    private final CheckStore checks;
    private final Subjects subjects;
    private final Evaluators evaluators;
    private final RecordStore records;
    private final CronCalendar calendar;
    private final InstantSource clock;

    /** Over these checks, by the time of this clock. */
    public Scheduling(
            CheckStore checks,
            Subjects subjects,
            Evaluators evaluators,
            RecordStore records,
            CronCalendar calendar,
            InstantSource clock) {
        this.checks = checks;
        this.subjects = subjects;
        this.evaluators = evaluators;
        this.records = records;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Does what is due now; doing it again does no harm.
     *
     * @return how many checks were put in line
     */
    public int run() {
        Instant now = clock.instant();
        Map<Id, String> markers = new HashMap<>();
        plan(now);
        int submitted = 0;
        List<Planned> due = checks.due(now, PAGE);
        while (!due.isEmpty()) {
            for (Planned planned : due) {
                submitted += proceed(planned, now, markers) ? 1 : 0;
            }
            due = checks.due(now, PAGE);
        }
        return submitted;
    }

    private void plan(Instant now) {
        List<Monitor> unplanned = checks.unplanned(PAGE);
        while (!unplanned.isEmpty()) {
            unplanned.forEach(monitor -> checks.plan(
                    monitor,
                    monitor.schedule()
                            .filter(schedule -> schedule.status() == Schedule.Status.ENABLED)
                            .map(schedule -> next(monitor, schedule, now))));
            unplanned = checks.unplanned(PAGE);
        }
    }

    private Instant next(Monitor monitor, Schedule schedule, Instant after) {
        return schedule.next(monitor.header().stamp().createdAt(), after, calendar);
    }

    private boolean proceed(Planned planned, Instant now, Map<Id, String> markers) {
        Monitor monitor = planned.monitor();
        Instant next = next(monitor, monitor.schedule().orElseThrow(), now);
        Optional<Evaluator> evaluator = evaluators.find(monitor.definition());
        String marker = evaluator.map(each -> marker(monitor, each, markers)).orElse("");
        boolean isMeasured =
                evaluator.isPresent() || evaluators.provider(monitor).isPresent();
        boolean isNew = isMeasured && (marker.isEmpty() || !marker.equals(planned.marker()) || !lastFinished(monitor));
        Optional<Check.Request> request =
                isNew ? Optional.of(Check.Request.by(Check.Trigger.SCHEDULER)) : Optional.empty();
        return checks.proceed(monitor, planned.due(), next, request, marker) && isNew;
    }

    /** What the monitor looks at, as it is now; empty where it always runs. */
    private String marker(Monitor monitor, Evaluator evaluator, Map<Id, String> markers) {
        List<Dataset> reads = subjects.findModel(monitor)
                .map(model -> subjects.datasets(model).stream()
                        .filter(dataset -> evaluator.reads().contains(dataset.kind()))
                        .toList())
                .orElse(List.of());
        if (reads.isEmpty()) {
            return "";
        }
        StringBuilder marker = new StringBuilder().append(monitor.header().revision());
        for (Dataset dataset : reads) {
            marker.append(' ').append(dataset.id()).append('=');
            marker.append(markers.computeIfAbsent(dataset.id(), records::marker));
        }
        return marker.toString();
    }

    /** What failed or was cancelled is tried again when it is due, though nothing is new. */
    private boolean lastFinished(Monitor monitor) {
        return checks.list(monitor.header().organization(), monitor.id(), CheckQuery.newest(1)).stream()
                .allMatch(last ->
                        last.state() == Task.State.FINISHED || !last.state().isOver());
    }
}
