package io.plumbline.domain.check;

import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.MeasurementQuery;
import io.plumbline.domain.measurement.MeasurementStore;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.record.SystemField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Which window a check looks at. */
final class Windows {
    private final RecordStore records;
    private final MeasurementStore measurements;

    Windows(RecordStore records, MeasurementStore measurements) {
        this.records = records;
        this.measurements = measurements;
    }

    /** The window that was asked for; else what came since the last measurement until now. Empty where there are no records to look at. */
    Optional<Window> of(Check check, Monitor monitor, Optional<Dataset> driver, Instant now) {
        return check.request()
                .window()
                .or(() -> check.request().businessDate().map(Windows::day))
                .or(() -> sinceLast(monitor, driver, now));
    }

    private static Window day(LocalDate date) {
        return new Window(
                date.atStartOfDay().toInstant(ZoneOffset.UTC),
                date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private Optional<Window> sinceLast(Monitor monitor, Optional<Dataset> driver, Instant now) {
        Optional<Measurement> last =
                measurements.list(monitor.header().organization(), monitor.id(), MeasurementQuery.newest(1)).stream()
                        .filter(measurement -> measurement.window().isPresent())
                        .findFirst();
        return begin(last, driver).filter(from -> from.isBefore(now)).map(from -> new Window(from, now));
    }

    private Optional<Instant> begin(Optional<Measurement> last, Optional<Dataset> driver) {
        if (driver.isEmpty()) {
            return last.flatMap(Measurement::window).map(Window::until).or(() -> Optional.of(Instant.EPOCH));
        }
        Optional<Instant> end = last.flatMap(Measurement::window).map(Window::until);
        if (end.isEmpty()) {
            return earliest(driver.get(), Filter.ALL);
        }
        return driver.get().kind() == Kind.LABELS ? late(driver.get(), last.get(), end.get()) : end;
    }

    /** Labels that came since, though what they tell of happened before, are looked at again together with all since then. */
    private Optional<Instant> late(Dataset labels, Measurement last, Instant end) {
        Filter since = new Filter.Compare(
                SystemField.RECEIVED_AT.label(),
                Filter.Comparison.GREATER_OR_EQUAL,
                last.knownAt().toString());
        return earliest(labels, since).filter(first -> first.isBefore(end)).or(() -> Optional.of(end));
    }

    private Optional<Instant> earliest(Dataset dataset, Filter filter) {
        GroupQuery.Aggregate first =
                new GroupQuery.Aggregate(GroupQuery.Function.MIN, Optional.of(SystemField.EVENT_TIME.label()));
        GroupQuery query = new GroupQuery(
                Optional.empty(),
                Optional.empty(),
                filter,
                List.of(),
                List.of(first),
                Optional.empty(),
                Long.MAX_VALUE);
        return records.group(dataset, query).rows().stream()
                .flatMap(List::stream)
                .filter(Instant.class::isInstance)
                .map(Instant.class::cast)
                .findFirst();
    }
}
