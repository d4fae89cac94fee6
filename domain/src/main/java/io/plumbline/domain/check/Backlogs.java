package io.plumbline.domain.check;

import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.MeasurementQuery;
import io.plumbline.domain.measurement.MeasurementStore;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.record.SystemField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts what records monitors have not looked at yet. */
public final class Backlogs {
    private final Subjects subjects;
    private final Evaluators evaluators;
    private final MeasurementStore measurements;
    private final RecordStore records;

    /** Of these monitors, over these records. */
    public Backlogs(Subjects subjects, Evaluators evaluators, MeasurementStore measurements, RecordStore records) {
        this.subjects = subjects;
        this.evaluators = evaluators;
        this.measurements = measurements;
        this.records = records;
    }

    /** The records for a monitor that was found; empty where this server does not measure it, or its dataset is not there. */
    public Optional<Backlog> of(Monitor monitor) {
        return evaluators
                .find(monitor.definition())
                .flatMap(evaluator -> subjects.datasets(subjects.model(monitor)).stream()
                        .filter(dataset -> dataset.kind() == evaluator.drivenBy())
                        .findFirst()
                        .map(dataset -> of(monitor, dataset)));
    }

    private Backlog of(Monitor monitor, Dataset dataset) {
        Optional<Measurement> last =
                measurements.list(monitor.header().organization(), monitor.id(), MeasurementQuery.newest(1)).stream()
                        .filter(measurement -> measurement.window().isPresent())
                        .findFirst();
        long total = records.count(dataset.id());
        long unprocessed = last.map(measurement -> since(measurement, dataset)).orElse(total);
        return new Backlog(
                dataset.kind(),
                total,
                unprocessed,
                last.flatMap(Measurement::window).map(Window::until));
    }

    /** Labels tell of what happened long before, so that they count by when they came. */
    private long since(Measurement last, Dataset dataset) {
        if (dataset.kind() == Kind.LABELS) {
            Filter came = new Filter.Compare(
                    SystemField.RECEIVED_AT.label(),
                    Filter.Comparison.GREATER_OR_EQUAL,
                    last.knownAt().toString());
            return count(dataset, Optional.empty(), came);
        }
        return count(dataset, last.window().map(Window::until), Filter.ALL);
    }

    private long count(Dataset dataset, Optional<Instant> from, Filter filter) {
        RecordQuery counting = new RecordQuery(
                from,
                Optional.empty(),
                filter,
                Optional.of(List.of()),
                RecordQuery.Order.BY_TIME,
                0,
                1,
                RecordQuery.Counting.COUNTED);
        return records.find(dataset, counting).total().orElse(0);
    }
}
