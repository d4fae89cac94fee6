package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.MONITOR_CHECK;
import static io.plumbline.store.sql.generated.Tables.TASK;

import io.plumbline.domain.Id;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.Check.Outcome;
import io.plumbline.domain.check.Check.Result;
import io.plumbline.domain.check.CheckQuery;
import io.plumbline.domain.check.CheckStore;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.task.Task;
import io.plumbline.store.sql.generated.tables.records.MonitorCheckRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/** Checks and what is due, in a database. They are done as tasks by a {@link TaskRunner} on any node. */
public final class SqlCheckStore implements CheckStore {
    private static final String QUEUED = Task.State.QUEUED.name();
    private static final String RUNNING = Task.State.RUNNING.name();

    private final Database database;
    private final SqlTasks tasks;
    private final Plans plans;

    /** Those in this database, run as these tasks. */
    public SqlCheckStore(Database database, SqlTasks tasks) {
        this.database = database;
        this.tasks = tasks;
        this.plans = new Plans(database);
    }

    @Override
    public Check submit(Monitor monitor, Check.Request request, String createdBy) {
        Task task = tasks.queued(monitor.header(), KIND, monitor.id(), createdBy);
        database.write(sql -> insert(sql, task, request));
        tasks.wake();
        return find(task.organization(), task.id()).orElseThrow();
    }

    private static int insert(DSLContext sql, Task task, Check.Request request) {
        sql.insertInto(MONITOR_CHECK).set(CheckRows.row(task, request)).execute();
        sql.insertInto(TASK).set(TaskRows.row(task)).execute();
        return TaskRows.schedule(sql, task);
    }

    @Override
    public boolean proceed(Monitor monitor, Instant due, Instant next, Optional<Check.Request> request, String marker) {
        String user = monitor.header().stamp().createdBy();
        Optional<Task> task = request.map(asked -> tasks.queued(monitor.header(), KIND, monitor.id(), user));
        boolean proceeded = database.write(sql -> {
            boolean moved = Plans.move(sql, monitor, due, next, marker);
            if (moved && task.isPresent()) {
                insert(sql, task.get(), request.orElseThrow());
            }
            return moved;
        });
        if (proceeded && task.isPresent()) {
            tasks.wake();
        }
        return proceeded;
    }

    @Override
    public Optional<Check> find(Id organization, Id id) {
        return database.read(sql -> joined(sql).where(owned(organization, id)).fetchOptional(CheckRows::check));
    }

    private static SelectOnConditionStep<Record> joined(DSLContext sql) {
        return sql.select(MONITOR_CHECK.fields())
                .select(TASK.fields())
                .from(MONITOR_CHECK)
                .join(TASK)
                .on(TASK.ID.eq(MONITOR_CHECK.ID));
    }

    private static Condition owned(Id organization, Id id) {
        return MONITOR_CHECK.ORGANIZATION.eq(organization.toString()).and(MONITOR_CHECK.ID.eq(id.toString()));
    }

    private static Condition of(Id organization, Id monitor) {
        return MONITOR_CHECK.ORGANIZATION.eq(organization.toString()).and(MONITOR_CHECK.MONITOR.eq(monitor.toString()));
    }

    @Override
    public List<Check> list(Id organization, Id monitor, CheckQuery query) {
        Condition wanted = of(organization, monitor).and(inStates(query)).and(behind(query));
        return database.read(sql -> joined(sql)
                .where(wanted)
                .orderBy(MONITOR_CHECK.CREATED_AT.desc(), MONITOR_CHECK.ID.desc())
                .limit(query.limit())
                .offset(query.offset())
                .fetch(CheckRows::check));
    }

    private static Condition inStates(CheckQuery query) {
        if (query.states().isEmpty()) {
            return DSL.noCondition();
        }
        List<String> names = query.states().stream().map(Task.State::name).toList();
        List<String> results = Arrays.stream(Result.values())
                .filter(result -> query.states().contains(result.state()))
                .map(Result::name)
                .toList();
        return MONITOR_CHECK.RESULT.isNull().and(TASK.STATE.in(names)).or(MONITOR_CHECK.RESULT.in(results));
    }

    private static Condition behind(CheckQuery query) {
        return query.after()
                .map(after -> DSL.row(MONITOR_CHECK.CREATED_AT, MONITOR_CHECK.ID)
                        .lt(Times.micros(after.createdAt()), after.id().toString()))
                .orElse(DSL.noCondition());
    }

    @Override
    public long count(Id organization, Id monitor) {
        return database.read(sql -> (long) sql.fetchCount(MONITOR_CHECK, of(organization, monitor)));
    }

    @Override
    public boolean isNext(Id organization, Id id) {
        return database.read(sql -> {
            Record self = joined(sql).where(owned(organization, id)).fetchOne();
            if (self == null) {
                return false;
            }
            MonitorCheckRecord check = self.into(MONITOR_CHECK);
            Condition before =
                    DSL.row(MONITOR_CHECK.CREATED_AT, MONITOR_CHECK.ID).lt(check.getCreatedAt(), check.getId());
            Condition others = of(organization, Id.of(check.getMonitor()))
                    .and(MONITOR_CHECK.ID.ne(check.getId()))
                    .and(MONITOR_CHECK.RESULT.isNull())
                    .and(before.and(TASK.STATE.in(QUEUED, RUNNING)));
            return !sql.fetchExists(joined(sql).where(others));
        });
    }

    @Override
    public void conclude(Id organization, Id id, Outcome outcome) {
        MonitorCheckRecord row = new MonitorCheckRecord();
        CheckRows.conclude(row, outcome);
        database.write(sql -> sql.update(MONITOR_CHECK)
                .set(row)
                .where(owned(organization, id))
                .and(MONITOR_CHECK.RESULT.isNull())
                .execute());
    }

    @Override
    public List<Monitor> unplanned(int limit) {
        return plans.unplanned(limit);
    }

    @Override
    public void plan(Monitor monitor, Optional<Instant> due) {
        plans.plan(monitor, due);
    }

    @Override
    public List<Planned> due(Instant now, int limit) {
        return plans.due(now, limit);
    }
}
