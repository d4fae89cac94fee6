package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.RUN;
import static io.plumbline.store.sql.generated.Tables.RUN_INPUT;
import static io.plumbline.store.sql.generated.Tables.RUN_PIN;
import static io.plumbline.store.sql.generated.Tables.RUN_TAG;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.DatasetInput;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.MetricRange;
import io.plumbline.domain.experiment.MetricSeries;
import io.plumbline.domain.experiment.MetricStore;
import io.plumbline.domain.experiment.Run;
import io.plumbline.domain.experiment.RunLog;
import io.plumbline.domain.experiment.RunStore;
import io.plumbline.domain.experiment.RunView;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Runs and what they log in a database. Whoever changes a run changes its row first, so that changes of one run come one after the other. */
public final class SqlRuns implements RunStore, MetricStore {
    private static final String WHAT = "run";

    private final Database database;

    /** Those in this database. */
    public SqlRuns(Database database) {
        this.database = database;
    }

    @Override
    public Run add(Run run, RunLog log) {
        RunLogWrite write = RunLogWrite.of(log);
        return database.write(sql -> {
            long number = ExperimentRows.nextRun(sql);
            Run numbered = run.numbered(number);
            sql.insertInto(RUN).set(RunRows.all(run, number)).execute();
            database.noteChange(numbered.experimentNumber(), number);
            write.into(sql, numbered);
            PackedSummaries.keep(sql, numbered);
            return numbered;
        });
    }

    @Override
    public Optional<Run> find(Id organization, Id id) {
        return one(of(organization).and(RUN.ID.eq(id.toString())));
    }

    @Override
    public Optional<Run> numbered(Id organization, long number) {
        return one(of(organization).and(RUN.RUN_NUMBER.eq(number)));
    }

    private Optional<Run> one(Condition which) {
        return database.read(sql -> sql.selectFrom(RUN).where(which).fetchOptional(RunRows::run));
    }

    @Override
    public List<RunView> views(Id user, Collection<Run> runs) {
        return runs.isEmpty() ? List.of() : database.read(sql -> new RunViews(sql, user, runs).views());
    }

    @Override
    public Run change(Id organization, Id id, RunLog tags, UnaryOperator<Run> change) {
        RunLogWrite write = RunLogWrite.of(tags);
        return database.write(sql -> {
            Condition which = of(organization).and(RUN.ID.eq(id.toString()));
            sql.update(RUN).set(RUN.ID, id.toString()).where(which).execute();
            Run before = sql.selectFrom(RUN)
                    .where(which)
                    .fetchOptional(RunRows::run)
                    .orElseThrow(() -> PlumblineException.notFound(WHAT, id));
            Run after = change.apply(before);
            sql.update(RUN).set(RunRows.changing(after)).where(which).execute();
            database.noteChange(after.experimentNumber(), after.number());
            write.into(sql, after);
            PackedSummaries.keep(sql, after);
            return after;
        });
    }

    @Override
    public void log(Run run, RunLog log, Instant at) {
        RunLogWrite write = RunLogWrite.of(log);
        database.write(sql -> {
            touch(sql, run, at);
            database.noteChange(run.experimentNumber(), run.number());
            write.into(sql, run);
            PackedSummaries.keep(sql, run);
            return true;
        });
    }

    /** Notes the change; others who change the run wait until the transaction ends. */
    private static void touch(DSLContext sql, Run run, Instant at) {
        int active = sql.update(RUN)
                .set(RUN.UPDATED_AT, Times.micros(at))
                .where(RUN.RUN_NUMBER.eq(run.number()))
                .and(RUN.LIFECYCLE.eq(Lifecycle.ACTIVE.name()))
                .execute();
        if (active == 0) {
            throw sql.fetchExists(RUN, RUN.RUN_NUMBER.eq(run.number()))
                    ? new PlumblineException(new Failure.Conflict("the run is deleted; restore it before"))
                    : PlumblineException.notFound(WHAT, run.id());
        }
    }

    @Override
    public boolean removeTag(Run run, String key, Instant at) {
        return database.write(sql -> {
            touch(sql, run, at);
            database.noteChange(run.experimentNumber(), run.number());
            return sql.deleteFrom(RUN_TAG)
                            .where(RUN_TAG.RUN.eq(run.number()))
                            .and(RUN_TAG.NAME.eq(Texts.replaced(key)))
                            .execute()
                    == 1;
        });
    }

    @Override
    public void addInputs(Run run, List<DatasetInput> inputs, Instant at) {
        database.write(sql -> {
            touch(sql, run, at);
            database.noteChange(run.experimentNumber(), run.number());
            int ordinal = sql.fetchCount(RUN_INPUT, RUN_INPUT.RUN.eq(run.number()));
            for (DatasetInput input : inputs) {
                sql.insertInto(RUN_INPUT)
                        .set(RunInputs.row(run, input, ordinal++))
                        .onConflictDoNothing()
                        .execute();
            }
            return true;
        });
    }

    @Override
    public void pin(Id user, Run run, Instant at) {
        database.write(sql -> sql.insertInto(RUN_PIN)
                .set(RUN_PIN.USER_ACCOUNT, user.toString())
                .set(RUN_PIN.RUN, run.number())
                .set(RUN_PIN.PINNED_AT, Times.micros(at))
                .onConflictDoNothing()
                .execute());
    }

    @Override
    public void unpin(Id user, Run run) {
        database.write(sql -> sql.deleteFrom(RUN_PIN)
                .where(RUN_PIN.USER_ACCOUNT.eq(user.toString()))
                .and(RUN_PIN.RUN.eq(run.number()))
                .execute());
    }

    @Override
    public List<Run> ofExperiment(Id organization, Id experiment, long after, int limit) {
        return database.read(sql -> sql.selectFrom(RUN)
                .where(of(organization))
                .and(RUN.EXPERIMENT_ID.eq(experiment.toString()))
                .and(RUN.RUN_NUMBER.gt(after))
                .orderBy(RUN.RUN_NUMBER)
                .limit(limit)
                .fetch(RunRows::run));
    }

    @Override
    public boolean removePart(Run run) {
        return database.write(sql -> {
            database.noteChange(run.experimentNumber(), run.number());
            return RunRemoval.removePart(database, sql, run);
        });
    }

    @Override
    public MetricSeries series(Run run, String key, MetricRange range) {
        return Texts.isName(key)
                ? database.read(sql -> MetricHistory.read(sql, run.number(), key, range))
                : MetricSeries.EMPTY;
    }

    private static Condition of(Id organization) {
        return RUN.ORGANIZATION.eq(organization.toString());
    }
}
