package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.MONITOR_CHECK;
import static io.plumbline.store.sql.generated.Tables.TASK;

import io.plumbline.domain.Id;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.Check.Outcome;
import io.plumbline.domain.check.Check.Request;
import io.plumbline.domain.check.Check.Result;
import io.plumbline.domain.check.Check.Trigger;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.task.Task;
import io.plumbline.store.sql.generated.tables.records.MonitorCheckRecord;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** How checks are stored: what was asked and what came out in a row of their own, how far they are in the task of the same id. */
final class CheckRows {
    private CheckRows() {}

    static MonitorCheckRecord row(Task task, Request request) {
        MonitorCheckRecord row = new MonitorCheckRecord();
        row.setId(task.id().toString());
        row.setOrganization(task.organization().toString());
        row.setProject(Columns.nullable(task.project()));
        row.setMonitor(task.subject().toString());
        row.setTriggeredBy(request.trigger().name());
        row.setWindowFrom(Times.micros(request.window().map(Window::from)));
        row.setWindowUntil(Times.micros(request.window().map(Window::until)));
        row.setBusinessDate(request.businessDate().map(LocalDate::toString).orElse(null));
        row.setParameters(FactsJson.write(request.parameters()));
        row.setAttributes(FactsJson.write(request.attributes()));
        row.setCreatedBy(task.createdBy());
        row.setCreatedAt(Times.micros(task.createdAt()));
        return row;
    }

    static void conclude(MonitorCheckRecord row, Outcome outcome) {
        row.setResult(outcome.result().name());
        row.setOutcomeMessage(Texts.storable(outcome.message()));
        row.setOutcomeFrom(Times.micros(outcome.window().map(Window::from)));
        row.setOutcomeUntil(Times.micros(outcome.window().map(Window::until)));
        row.setOutcomeRecords(outcome.records());
    }

    /**
     * The check of a row of both tables. One that came to its end is over, whatever its task was told; until the task is told when it
     * ended, it still runs.
     */
    static Check check(Record joined) {
        MonitorCheckRecord row = joined.into(MONITOR_CHECK);
        Task task = TaskRows.task(joined.into(TASK));
        Optional<Outcome> outcome = Optional.ofNullable(row.getResult()).map(result -> outcome(row, result));
        return new Check(
                task.id(),
                task.organization(),
                task.project(),
                Id.of(row.getMonitor()),
                request(row),
                outcome.map(Outcome::state)
                        .filter(_ -> task.state() != Task.State.RUNNING)
                        .orElse(task.state()),
                task.done(),
                task.total(),
                task.message(),
                outcome,
                row.getCreatedBy(),
                task.createdAt(),
                task.startedAt(),
                task.endedAt());
    }

    private static Request request(MonitorCheckRecord row) {
        return new Request(
                Trigger.valueOf(row.getTriggeredBy()),
                window(row.getWindowFrom(), row.getWindowUntil()),
                Optional.ofNullable(row.getBusinessDate()).map(LocalDate::parse),
                FactsJson.read(row.getParameters()),
                FactsJson.read(row.getAttributes()));
    }

    private static Outcome outcome(MonitorCheckRecord row, String result) {
        return new Outcome(
                Result.valueOf(result),
                row.getOutcomeMessage(),
                window(row.getOutcomeFrom(), row.getOutcomeUntil()),
                row.getOutcomeRecords());
    }

    static Optional<Window> window(@Nullable Long from, @Nullable Long until) {
        return from == null || until == null
                ? Optional.empty()
                : Optional.of(new Window(Times.instant(from), Times.instant(until)));
    }
}
