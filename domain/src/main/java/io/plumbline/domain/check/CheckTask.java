package io.plumbline.domain.check;

import io.plumbline.domain.Document;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.measurement.Hysteresis;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.MeasurementStore;
import io.plumbline.domain.measurement.Measurements;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.TaskHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs checks. Everything is computed first and kept in one transaction at the end, so that a check which is cut off or cancelled leaves
 * nothing behind; one that is run again after its measurement was kept changes nothing.
 */
public final class CheckTask implements TaskHandler {
    private final CheckStore checks;
    private final MeasurementStore measurements;
    private final Subjects subjects;
    private final Evaluators evaluators;
    private final Windows windows;
    private final Ids ids;
    private final InstantSource clock;

    /** Over these checks, looking at these records. */
    public CheckTask(
            CheckStore checks,
            MeasurementStore measurements,
            Subjects subjects,
            Evaluators evaluators,
            RecordStore records,
            Ids ids,
            InstantSource clock) {
        this.checks = checks;
        this.measurements = measurements;
        this.subjects = subjects;
        this.evaluators = evaluators;
        this.windows = new Windows(records, measurements);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return CheckStore.KIND;
    }

    @Override
    public Document run(Task task, Progress progress) {
        Check check = checks.find(task.organization(), task.id())
                .orElseThrow(() -> PlumblineException.notFound("check", task.id()));
        Optional<Measurement> kept = measurements.find(task.organization(), task.id());
        if (kept.isPresent()) {
            conclude(check, measured(kept.get().window(), records(kept.get()), ""));
        } else if (check.outcome().isEmpty()) {
            if (!checks.isNext(task.organization(), task.id())) {
                throw new PostponedException();
            }
            run(check, progress);
        }
        return Document.EMPTY;
    }

    /** How many records a measurement rests on at least, as far as it tells. */
    private static long records(Measurement measurement) {
        return measurement.readings().stream()
                .mapToLong(reading -> reading.provenance().currentCount())
                .max()
                .orElse(0);
    }

    private void run(Check check, Progress progress) {
        Monitor monitor = subjects.monitor(check.organization(), check.monitor());
        Evaluator evaluator = evaluators.of(monitor.definition());
        Model model = subjects.model(monitor);
        List<Dataset> datasets = subjects.datasets(model);
        Optional<Dataset> driver = datasets.stream()
                .filter(dataset -> dataset.kind() == evaluator.drivenBy())
                .findFirst();
        // Records that come from now on are for the next check.
        Instant now = clock.instant();
        progress.report(0, 1, "looking for records");
        Optional<Window> window = windows.of(check, monitor, driver, now);
        if (window.isEmpty()) {
            conclude(check, nothing(Optional.empty(), "there are no records to look at", 0));
            return;
        }
        Facts settings = together(monitor.parameters(), check.request().parameters());
        Subject subject = new Subject(monitor, subjects.definition(monitor), model, datasets, window.get(), settings);
        Evaluation evaluation = evaluator.evaluate(subject, progress);
        progress.report(1, 1, "keeping what was found");
        keep(check, subject, evaluation, now);
    }

    private static Facts together(Facts ofMonitor, Facts ofCheck) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(ofMonitor.values());
        all.putAll(ofCheck.values());
        return new Facts(all);
    }

    private void keep(Check check, Subject subject, Evaluation evaluation, Instant now) {
        Optional<Window> window = Optional.of(subject.window());
        switch (evaluation) {
            case Evaluation.NotComputable(String reason, long records) ->
                conclude(check, nothing(window, reason, records));
            case Evaluation.Measured measured -> {
                Hysteresis hysteresis = Hysteresis.of(subject.settings());
                measurements.append(
                        List.of(measurement(check, subject, measured, now)),
                        (measurement, open) -> hysteresis.judge(measurement, open, ids));
                conclude(check, measured(window, measured.records(), measured.message()));
            }
        }
    }

    private static Measurement measurement(Check check, Subject subject, Evaluation.Measured measured, Instant now) {
        return new Measurement(
                check.id(),
                check.organization(),
                check.project(),
                check.monitor(),
                subject.monitor().definition(),
                subject.model().id(),
                Optional.of(check.id()),
                subject.window().until(),
                now,
                Optional.of(subject.window()),
                measured.readings().stream()
                        .map(reading -> Measurements.limited(subject.monitor(), reading))
                        .toList(),
                measured.evidence(),
                Facts.NONE,
                check.createdBy());
    }

    private static Check.Outcome measured(Optional<Window> window, long records, String message) {
        return new Check.Outcome(Check.Result.MEASURED, message, window, records);
    }

    private static Check.Outcome nothing(Optional<Window> window, String reason, long records) {
        return new Check.Outcome(Check.Result.NOT_COMPUTABLE, reason, window, records);
    }

    private void conclude(Check check, Check.Outcome outcome) {
        checks.conclude(check.organization(), check.id(), outcome);
    }
}
