package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.RUN;
import static io.plumbline.store.sql.generated.Tables.RUN_PIN;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.LifecycleView;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.store.sql.generated.tables.Run;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What runs must meet to be found, said in the ways that fit few runs, the next runs along an index, and many runs. */
final class RunMatching {
    private final DSLContext sql;
    private final Id organization;
    private final Id user;
    private final RunQuery query;
    private final RunConditions conditions;
    private final List<Long> experiments;
    private final Run r;
    private Optional<GatheredRuns> all = Optional.empty();
    private boolean isGathered;

    /**
     * What the runs of a query must meet.
     *
     * @param experiments the numbers of those that the query names
     * @param r the rows of runs
     */
    RunMatching(
            DSLContext sql,
            Id organization,
            Id user,
            RunQuery query,
            RunConditions conditions,
            List<Long> experiments,
            Run r) {
        this.sql = sql;
        this.organization = organization;
        this.user = user;
        this.query = query;
        this.conditions = conditions;
        this.experiments = experiments;
        this.r = r;
    }

    /** Whether an index gives all runs that meet one of the conditions, and no others are found. */
    boolean isGatherable() {
        return !experiments.isEmpty()
                && query.reach() == RunQuery.Reach.OWN
                && !query.pins().included()
                && indexed().findAny().isPresent();
    }

    private Stream<Condition> indexed() {
        return asked().filter(RunConditions::isIndexed);
    }

    /** The numbers of the runs that the most selective condition leaves, where they are at most so many. */
    Optional<List<Long>> few(int most) {
        return isGatherable()
                ? indexed()
                        .filter(RunConditions::isRange)
                        .flatMap(condition -> few(condition, most).stream())
                        .min(Comparator.comparingInt(List::size))
                : Optional.empty();
    }

    private Optional<List<Long>> few(Condition condition, int most) {
        List<Long> runs = sql.fetchValues(DSL.select(DSL.field(DSL.name("run"), Long.class))
                .from(conditions.runs(condition, experiments).asTable("some"))
                .limit(most + 1));
        return runs.size() <= most ? Optional.of(runs) : Optional.empty();
    }

    /** For these runs: each is looked at. */
    org.jooq.Condition among(List<Long> runs) {
        return meeting(r.RUN_NUMBER.in(runs), some -> conditions.all(r, some));
    }

    /** These runs, of which it is known that they match. */
    org.jooq.Condition known(List<Long> runs) {
        return r.RUN_NUMBER.in(runs);
    }

    /** For the next runs along an index: each is looked at. */
    org.jooq.Condition probed() {
        return meeting(place(), some -> conditions.all(r, some));
    }

    /**
     * For many runs: those that meet a condition are gathered once from its index, where it has one.
     *
     * @param number of a run, in the table that is read first
     */
    org.jooq.Condition gathered(Field<Long> number) {
        return meeting(place(), some -> conditions.gathered(number, r, some, experiments));
    }

    /** The runs that meet everything, where indexes tell of each condition; they are gathered once. */
    Optional<GatheredRuns> all() {
        if (!isGathered) {
            all = gathered();
            isGathered = true;
        }
        return all;
    }

    private boolean isWhollyGatherable() {
        return isGatherable() && indexed().count() == asked().count();
    }

    private Stream<Condition> asked() {
        return Stream.concat(query.within().stream(), query.conditions().stream());
    }

    private Optional<GatheredRuns> gathered() {
        if (!isWhollyGatherable()) {
            return Optional.empty();
        }
        Optional<GatheredRuns> gathered = Optional.empty();
        for (Condition condition : indexed().toList()) {
            GatheredRuns some = GatheredRuns.of(sql, conditions.runs(condition, experiments));
            gathered.ifPresent(some::retain);
            gathered = Optional.of(some);
        }
        gathered.ifPresent(this::leaveLifecycle);
        return gathered;
    }

    /** Takes away those that are in the bin, or out of it, if they are not asked for. */
    void leaveLifecycle(GatheredRuns runs) {
        switch (query.view()) {
            case ACTIVE -> runs.remove(deleted());
            case DELETED -> runs.retain(deleted());
            case ALL -> {}
        }
    }

    private GatheredRuns deleted() {
        return GatheredRuns.of(
                sql,
                DSL.select(RUN.RUN_NUMBER)
                        .from(RUN)
                        .where(RUN.EXPERIMENT.in(experiments))
                        .and(RUN.LIFECYCLE.eq(Lifecycle.DELETED.name())));
    }

    /** The runs that the caller pinned. */
    GatheredRuns pins() {
        return GatheredRuns.of(
                sql,
                DSL.select(RUN.RUN_NUMBER)
                        .from(RUN_PIN)
                        .join(RUN)
                        .on(RUN.RUN_NUMBER.eq(RUN_PIN.RUN))
                        .where(RUN_PIN.USER_ACCOUNT.eq(user.toString()))
                        .and(RUN.EXPERIMENT.in(experiments)));
    }

    /** How many match. */
    long count(org.jooq.Condition which) {
        return sql.fetchCount(sql.selectOne().from(r).where(which));
    }

    /** For all runs at once. */
    org.jooq.Condition whole() {
        return isGatherable() ? gathered(r.RUN_NUMBER) : probed();
    }

    private org.jooq.Condition meeting(
            org.jooq.Condition place, Function<Collection<Condition>, org.jooq.Condition> all) {
        org.jooq.Condition content = switch (query.reach()) {
            case OWN -> all.apply(query.conditions());
            case DESCENDANTS -> all.apply(query.conditions()).or(hasMatchBelow());
        };
        org.jooq.Condition wanted = all.apply(query.within()).and(content);
        return place.and(lifecycle(r)).and(query.pins().included() ? wanted.or(pinned()) : wanted);
    }

    private org.jooq.Condition place() {
        return place(r);
    }

    private org.jooq.Condition place(Run run) {
        if (experiments.isEmpty()) {
            return run.ORGANIZATION.eq(organization.toString());
        }
        return experiments.size() == 1 ? run.EXPERIMENT.eq(experiments.getFirst()) : run.EXPERIMENT.in(experiments);
    }

    private org.jooq.Condition lifecycle(Run run) {
        return query.view() == LifecycleView.ALL
                ? DSL.trueCondition()
                : run.LIFECYCLE.in(
                        query.view().lifecycles().stream().map(Enum::name).toList());
    }

    /** The caller pinned the run. */
    org.jooq.Condition pinned() {
        return r.RUN_NUMBER.in(DSL.select(RUN_PIN.RUN).from(RUN_PIN).where(RUN_PIN.USER_ACCOUNT.eq(user.toString())));
    }

    /** The run is above one that meets the conditions, of the same experiments with all between them. */
    private org.jooq.Condition hasMatchBelow() {
        Run x = RUN.as("x");
        Run p = RUN.as("up");
        Field<String> id = DSL.field(DSL.name("above", "id"), String.class);
        return r.ID.in(DSL.withRecursive("above", "id")
                .as(DSL.select(x.PARENT)
                        .from(x)
                        .where(place(x))
                        .and(x.PARENT.isNotNull())
                        .and(lifecycle(x))
                        .and(conditions.all(x, query.conditions()))
                        .union(DSL.select(p.PARENT)
                                .from(p)
                                .join(DSL.table(DSL.name("above")))
                                .on(p.ID.eq(id))
                                .where(place(p))
                                .and(p.PARENT.isNotNull())))
                .select(id)
                .from(DSL.table(DSL.name("above"))));
    }
}
