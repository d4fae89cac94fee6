package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.SCHEDULED_TASK;

import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.task.Task;
import io.plumbline.store.sql.generated.tables.records.TaskRecord;
import java.util.Optional;
import org.jooq.DSLContext;

/** How tasks are stored. */
final class TaskRows {
    private TaskRows() {}

    static TaskRecord row(Task task) {
        TaskRecord row = new TaskRecord();
        row.setId(task.id().toString());
        row.setOrganization(task.organization().toString());
        row.setProject(Columns.nullable(task.project()));
        row.setKind(Texts.name(task.kind()));
        row.setSubject(task.subject().toString());
        row.setInput(Texts.storable(task.input().json()));
        row.setState(task.state().name());
        row.setDoneUnits(task.done());
        row.setTotalUnits(task.total());
        row.setMessage(Texts.storable(task.message()));
        row.setCreatedBy(Texts.storable(task.createdBy()));
        row.setCreatedAt(Times.micros(task.createdAt()));
        row.setStopRequested(false);
        row.setRun(0L);
        row.setCutOff(0);
        return row;
    }

    /** Puts a task in the line of the scheduler library, in the transaction that makes it; the library itself would use one of its own. */
    static int schedule(DSLContext sql, Task task) {
        return sql.insertInto(SCHEDULED_TASK)
                .set(SCHEDULED_TASK.TASK_NAME, task.kind())
                .set(SCHEDULED_TASK.TASK_INSTANCE, task.id().toString())
                .set(SCHEDULED_TASK.EXECUTION_TIME, Times.micros(task.createdAt()))
                .set(SCHEDULED_TASK.PICKED, false)
                .set(SCHEDULED_TASK.VERSION, 1L)
                .execute();
    }

    static Task task(TaskRecord row) {
        return new Task(
                Id.of(row.getId()),
                Id.of(row.getOrganization()),
                Columns.id(row.getProject()),
                row.getKind(),
                Id.of(row.getSubject()),
                new Document(row.getInput()),
                Task.State.valueOf(row.getState()),
                row.getDoneUnits(),
                row.getTotalUnits(),
                row.getMessage(),
                Optional.ofNullable(row.getResult()).map(Document::new),
                row.getCreatedBy(),
                Times.instant(row.getCreatedAt()),
                Times.optional(row.getStartedAt()),
                Times.optional(row.getEndedAt()));
    }
}
