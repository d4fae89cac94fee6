package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.SCHEDULED_TASK;
import static io.plumbline.store.sql.generated.Tables.TASK;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.Tasks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Durable background work in a database. A {@link TaskRunner} on any node does it. */
public final class SqlTasks implements Tasks {
    private static final String QUEUED = Task.State.QUEUED.name();
    private static final String RUNNING = Task.State.RUNNING.name();

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private volatile Runnable wakeRunner = () -> {};

    /** The work in this database, with new ids from here and times of this clock. */
    public SqlTasks(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who is told that there is work, as soon as it is durable. */
    void onSubmit(Runnable wake) {
        wakeRunner = wake;
    }

    @Override
    public Task submit(Caller caller, Optional<Id> project, String kind, Id subject, Document input) {
        Task task = queued(caller, project, kind, subject, input);
        database.write(sql -> {
            sql.insertInto(TASK).set(TaskRows.row(task)).execute();
            return TaskRows.schedule(sql, task);
        });
        wakeRunner.run();
        return task;
    }

    private Task queued(Caller caller, Optional<Id> project, String kind, Id subject, Document input) {
        return queued(caller.organization(), project, kind, subject, input, caller.name());
    }

    /** A new task about a resource, without input, for who puts it in line in a transaction of its own. */
    Task queued(Header header, String kind, Id subject, String createdBy) {
        return queued(header.organization(), header.project(), kind, subject, Document.EMPTY, createdBy);
    }

    /** Tells the runner that there is work. */
    void wake() {
        wakeRunner.run();
    }

    private Task queued(
            Id organization, Optional<Id> project, String kind, Id subject, Document input, String createdBy) {
        return new Task(
                ids.next(),
                organization,
                project,
                kind,
                subject,
                input,
                Task.State.QUEUED,
                0,
                0,
                "",
                Optional.empty(),
                createdBy,
                Times.instant(Times.micros(clock.instant())),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Optional<Task> find(Id organization, Id id) {
        return database.read(
                sql -> sql.selectFrom(TASK).where(owned(organization, id)).fetchOptional(TaskRows::task));
    }

    @Override
    public List<Task> about(Id organization, String kind, Id subject) {
        return database.read(sql -> sql.selectFrom(TASK)
                .where(about(organization, subject, kind))
                .orderBy(TASK.CREATED_AT.desc(), TASK.ID.desc())
                .fetch(TaskRows::task));
    }

    @Override
    public boolean cancel(Id organization, Id id) {
        Instant now = clock.instant();
        return database.write(sql -> cancelQueued(sql, organization, id, now) || stopRunning(sql, organization, id));
    }

    private static boolean cancelQueued(DSLContext sql, Id organization, Id id, Instant now) {
        boolean cancelled = sql.update(TASK)
                        .set(TASK.STATE, Task.State.CANCELLED.name())
                        .set(TASK.ENDED_AT, Times.micros(now))
                        .where(owned(organization, id))
                        .and(TASK.STATE.eq(QUEUED))
                        .execute()
                == 1;
        if (cancelled) {
            // One that a runner has just picked is left to it: it finds the task cancelled.
            sql.deleteFrom(SCHEDULED_TASK)
                    .where(SCHEDULED_TASK.TASK_INSTANCE.eq(id.toString()))
                    .and(SCHEDULED_TASK.PICKED.isFalse())
                    .execute();
        }
        return cancelled;
    }

    private static boolean stopRunning(DSLContext sql, Id organization, Id id) {
        return sql.update(TASK)
                        .set(TASK.STOP_REQUESTED, true)
                        .where(owned(organization, id))
                        .and(TASK.STATE.eq(RUNNING))
                        .execute()
                == 1;
    }

    @Override
    public int forget(Id organization, String kind, Id subject) {
        return database.write(sql -> sql.deleteFrom(TASK)
                .where(about(organization, subject, kind))
                .and(TASK.STATE.notIn(QUEUED, RUNNING))
                .execute());
    }

    private static Condition owned(Id organization, Id id) {
        return TASK.ORGANIZATION.eq(organization.toString()).and(TASK.ID.eq(id.toString()));
    }

    private static Condition about(Id organization, Id subject, String kind) {
        return TASK.ORGANIZATION
                .eq(organization.toString())
                .and(TASK.KIND.eq(Texts.name(kind)))
                .and(TASK.SUBJECT.eq(subject.toString()));
    }
}
