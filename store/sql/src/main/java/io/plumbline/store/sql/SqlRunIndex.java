package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.EXPERIMENT;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.FacetKeys;
import io.plumbline.domain.experiment.FacetValues;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.RunIndex;
import io.plumbline.domain.experiment.RunQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jooq.DSLContext;

/** Finds runs in a database. */
public final class SqlRunIndex implements RunIndex {
    private final Database database;
    private final RunSearch.Effort effort;

    /** Those in this database. */
    public SqlRunIndex(Database database) {
        this(database, RunSearch.Effort.LEAST);
    }

    SqlRunIndex(Database database, RunSearch.Effort effort) {
        this.database = database;
        this.effort = effort;
    }

    @Override
    public Page<Hit> search(Id organization, Id user, RunQuery query, Instant now, Duration silence) {
        RunColumns columns = RunColumns.at(now, silence);
        Optional<HeldOrders.ForSearch> held = database.heldOrders().map(HeldOrders::forSearch);
        return database.readAtOnce(sql -> new RunSearch(sql, organization, user, query, columns, effort, held).page());
    }

    @Override
    public FacetKeys keys(Id organization, Id experiment) {
        return inExperiment(organization, experiment, RunFacets::keys)
                .orElse(new FacetKeys(List.of(), List.of(), List.of()));
    }

    @Override
    public FacetValues values(Id organization, Id experiment, Field field) {
        return inExperiment(organization, experiment, (sql, number) -> RunFacets.values(sql, number, field))
                .orElse(new FacetValues(List.of(), Optional.empty(), Map.of()));
    }

    private <T> Optional<T> inExperiment(Id organization, Id experiment, BiFunction<DSLContext, Long, T> work) {
        return database.read(sql -> sql.select(EXPERIMENT.EXPERIMENT_NUMBER)
                .from(EXPERIMENT)
                .where(EXPERIMENT.ORGANIZATION.eq(organization.toString()))
                .and(EXPERIMENT.ID.eq(experiment.toString()))
                .fetchOptional(EXPERIMENT.EXPERIMENT_NUMBER)
                .map(number -> work.apply(sql, number)));
    }
}
