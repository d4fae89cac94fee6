package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.EXPERIMENT;
import static io.plumbline.store.sql.generated.Tables.EXPERIMENT_STAR;
import static io.plumbline.store.sql.generated.Tables.EXPERIMENT_TAG;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.ExperimentQuery;
import io.plumbline.domain.experiment.ExperimentStore;
import io.plumbline.domain.experiment.FacetValues;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** Experiments in a database. */
public final class SqlExperiments implements ExperimentStore {
    private static final String WHAT = "experiment";

    private final Database database;

    /** Those in this database. */
    public SqlExperiments(Database database) {
        this.database = database;
    }

    @Override
    public Experiment add(Experiment experiment) {
        return database.write(sql -> {
            long number = ExperimentRows.nextExperiment(sql);
            requireFree(sql, experiment, experiment.name());
            sql.insertInto(EXPERIMENT)
                    .set(ExperimentRows.all(experiment, number))
                    .execute();
            ExperimentRows.replaceTags(sql, number, experiment.tags());
            return experiment.numbered(number);
        });
    }

    @Override
    public Optional<Experiment> find(Id organization, Id id) {
        return one(of(organization).and(EXPERIMENT.ID.eq(id.toString())));
    }

    @Override
    public Optional<Experiment> numbered(Id organization, long number) {
        return one(of(organization).and(EXPERIMENT.EXPERIMENT_NUMBER.eq(number)));
    }

    @Override
    public Optional<Experiment> named(Id organization, String name) {
        return Texts.isName(name) ? one(of(organization).and(EXPERIMENT.NAME.eq(name))) : Optional.empty();
    }

    private Optional<Experiment> one(Condition which) {
        return database.read(sql -> one(sql, which));
    }

    private static Optional<Experiment> one(DSLContext sql, Condition which) {
        Result<Record> rows = sql.select(EXPERIMENT.fields())
                .select(EXPERIMENT_TAG.NAME, EXPERIMENT_TAG.VALUE)
                .from(EXPERIMENT)
                .leftJoin(EXPERIMENT_TAG)
                .on(EXPERIMENT_TAG.EXPERIMENT.eq(EXPERIMENT.EXPERIMENT_NUMBER))
                .where(which)
                .fetch();
        return rows.stream().findFirst().map(first -> ExperimentRows.experiment(first.into(EXPERIMENT), tags(rows)));
    }

    private static SortedMap<String, String> tags(Result<Record> rows) {
        SortedMap<String, String> tags = new TreeMap<>();
        rows.stream()
                .filter(row -> row.get(EXPERIMENT_TAG.NAME) != null)
                .forEach(row -> tags.put(row.get(EXPERIMENT_TAG.NAME), row.get(EXPERIMENT_TAG.VALUE)));
        return tags;
    }

    @Override
    public Experiment change(Id organization, Id id, UnaryOperator<Experiment> change) {
        return database.write(sql -> {
            Condition which = of(organization).and(EXPERIMENT.ID.eq(id.toString()));
            // First a change, so that others who change the same wait until the transaction ends.
            sql.update(EXPERIMENT)
                    .set(EXPERIMENT.ID, id.toString())
                    .where(which)
                    .execute();
            Experiment before = one(sql, which).orElseThrow(() -> PlumblineException.notFound(WHAT, id));
            Experiment after = change.apply(before);
            if (!after.name().equals(before.name())) {
                ExperimentRows.lockNames(sql);
                requireFree(sql, before, after.name());
            }
            sql.update(EXPERIMENT)
                    .set(ExperimentRows.changing(after))
                    .where(which)
                    .execute();
            if (!after.tags().equals(before.tags())) {
                ExperimentRows.replaceTags(sql, after.number(), after.tags());
            }
            return after;
        });
    }

    /** Whoever gives a name has changed the counter before, so that nobody else gives it meanwhile. */
    private static void requireFree(DSLContext sql, Experiment experiment, String name) {
        boolean taken = sql.fetchExists(
                EXPERIMENT,
                of(experiment.organization())
                        .and(EXPERIMENT.NAME.eq(Texts.name(name)))
                        .and(EXPERIMENT.ID.ne(experiment.id().toString())));
        if (taken) {
            throw new PlumblineException(new Failure.AlreadyExists(WHAT, name));
        }
    }

    @Override
    public Page<Experiment> search(Id organization, ExperimentQuery query) {
        return database.read(sql -> new ExperimentSearch(sql, organization, query).page());
    }

    @Override
    public List<String> tagKeys(Id organization) {
        return database.read(sql -> sql.selectDistinct(EXPERIMENT_TAG.NAME)
                .from(EXPERIMENT_TAG)
                .join(EXPERIMENT)
                .on(EXPERIMENT.EXPERIMENT_NUMBER.eq(EXPERIMENT_TAG.EXPERIMENT))
                .where(active(organization))
                .orderBy(EXPERIMENT_TAG.NAME)
                .fetch(EXPERIMENT_TAG.NAME));
    }

    @Override
    public List<String> tagValues(Id organization, String key) {
        return database.read(sql -> sql.selectDistinct(EXPERIMENT_TAG.VALUE)
                .from(EXPERIMENT_TAG)
                .join(EXPERIMENT)
                .on(EXPERIMENT.EXPERIMENT_NUMBER.eq(EXPERIMENT_TAG.EXPERIMENT))
                .where(active(organization))
                .and(EXPERIMENT_TAG.NAME.eq(Texts.replaced(key)))
                .orderBy(EXPERIMENT_TAG.VALUE)
                .limit(FacetValues.MOST)
                .fetch(EXPERIMENT_TAG.VALUE));
    }

    @Override
    public Set<Id> starred(Id user, Set<Id> experiments) {
        List<String> asked = experiments.stream().map(Id::toString).toList();
        return new HashSet<>(database.read(sql -> sql.selectFrom(EXPERIMENT_STAR)
                .where(EXPERIMENT_STAR.USER_ACCOUNT.eq(user.toString()))
                .and(EXPERIMENT_STAR.EXPERIMENT.in(asked))
                .fetch(row -> Id.of(row.getExperiment()))));
    }

    @Override
    public void star(Id user, Id experiment) {
        database.write(sql -> sql.insertInto(EXPERIMENT_STAR)
                .set(EXPERIMENT_STAR.USER_ACCOUNT, user.toString())
                .set(EXPERIMENT_STAR.EXPERIMENT, experiment.toString())
                .onConflictDoNothing()
                .execute());
    }

    @Override
    public void unstar(Id user, Id experiment) {
        database.write(sql -> sql.deleteFrom(EXPERIMENT_STAR)
                .where(EXPERIMENT_STAR.USER_ACCOUNT.eq(user.toString()))
                .and(EXPERIMENT_STAR.EXPERIMENT.eq(experiment.toString()))
                .execute());
    }

    @Override
    public void remove(Id organization, Id id) {
        database.write(sql -> {
            int removed = sql.deleteFrom(EXPERIMENT)
                    .where(of(organization))
                    .and(EXPERIMENT.ID.eq(id.toString()))
                    .and(EXPERIMENT.LIFECYCLE.eq(Lifecycle.DELETED.name()))
                    .execute();
            if (removed > 0) {
                sql.deleteFrom(EXPERIMENT_STAR)
                        .where(EXPERIMENT_STAR.EXPERIMENT.eq(id.toString()))
                        .execute();
            }
            return removed;
        });
    }

    private static Condition active(Id organization) {
        return of(organization).and(EXPERIMENT.LIFECYCLE.eq(Lifecycle.ACTIVE.name()));
    }

    private static Condition of(Id organization) {
        return EXPERIMENT.ORGANIZATION.eq(organization.toString());
    }
}
