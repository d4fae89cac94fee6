package io.plumbline.domain.check;

import io.plumbline.domain.Document;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.MeasurementStore;
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
    /** Half of the tasks that a server does at one time. */
    private static final int ASKED_AT_ONCE = 2;

    private final CheckStore checks;
    private final MeasurementStore measurements;
    private final Subjects subjects;
    private final Evaluators evaluators;
    private final Windows windows;
    private final Recorder recorder;
    private final ProvidedChecks provided;
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
        this.recorder = new Recorder(checks, measurements, ids);
        this.provided = new ProvidedChecks(checks, new Published(measurements), recorder, clock, ASKED_AT_ONCE);
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
            recorder.conclude(check, Recorder.measured(kept.get().window(), records(kept.get()), ""));
        } else if (check.outcome().isPresent()) {
            ProvidedChecks.requireGood(check.outcome().get());
        } else {
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
        Facts settings = together(monitor.parameters(), check.request().parameters());
        Optional<MetricsProvider> provider = evaluators.provider(monitor);
        if (provider.isPresent()) {
            provided.run(provider.get(), question(check, monitor, settings), progress);
        } else {
            evaluate(check, monitor, settings, progress);
        }
    }

    private MetricsProvider.Question question(Check check, Monitor monitor, Facts settings) {
        Model model = subjects.model(monitor);
        return new MetricsProvider.Question(
                check,
                monitor,
                subjects.definition(monitor),
                model,
                subjects.datasets(model),
                settings,
                provided.lastCheck(check));
    }

    private void evaluate(Check check, Monitor monitor, Facts settings, Progress progress) {
        Evaluator evaluator = evaluators.of(monitor.definition());
        Model model = subjects.model(monitor);
        List<Dataset> datasets = subjects.datasets(model);
        Optional<Dataset> driver = datasets.stream()
                .filter(dataset -> dataset.kind() == evaluator.drivenBy())
                .findFirst();
        // Records that come from now on are for the next check.
        Instant now = clock.instant();
        Optional<Window> window = windows.of(check, monitor, driver, now);
        if (window.isEmpty()) {
            recorder.conclude(check, Recorder.nothing(Optional.empty(), "there are no records to look at", 0));
            return;
        }
        Subject subject = new Subject(monitor, subjects.definition(monitor), model, datasets, window.get(), settings);
        Evaluation evaluation = evaluator.evaluate(subject, progress);
        progress.report(1, 1, "keeping what was found");
        recorder.keep(new Recorder.Look(check, monitor, settings, window, now), evaluation);
    }

    private static Facts together(Facts ofMonitor, Facts ofCheck) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(ofMonitor.values());
        all.putAll(ofCheck.values());
        return new Facts(all);
    }
}
