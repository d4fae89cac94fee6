package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.EXPERIMENT;
import static io.plumbline.store.sql.generated.Tables.EXPERIMENT_COUNTER;
import static io.plumbline.store.sql.generated.Tables.EXPERIMENT_TAG;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.Owner;
import io.plumbline.store.sql.generated.tables.records.ExperimentRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** How experiments lie in their tables. */
final class ExperimentRows {
    private ExperimentRows() {}

    /** Lets others who give an experiment a name wait until the transaction ends. */
    static void lockNames(DSLContext sql) {
        sql.update(EXPERIMENT_COUNTER)
                .set(EXPERIMENT_COUNTER.EXPERIMENTS, EXPERIMENT_COUNTER.EXPERIMENTS)
                .execute();
    }

    /** The next number of an experiment; others who make one wait until the transaction ends. */
    static long nextExperiment(DSLContext sql) {
        return next(sql, EXPERIMENT_COUNTER.EXPERIMENTS);
    }

    /** The next number of a run; others who make one wait until the transaction ends. */
    static long nextRun(DSLContext sql) {
        return next(sql, EXPERIMENT_COUNTER.RUNS);
    }

    private static long next(DSLContext sql, Field<Long> counter) {
        return sql.update(EXPERIMENT_COUNTER)
                .set(counter, counter.plus(1))
                .returningResult(counter)
                .fetchSingle(counter);
    }

    /** The columns that a change touches. */
    static Map<Field<?>, Object> changing(Experiment experiment) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(EXPERIMENT.NAME, Texts.name(experiment.name()));
        columns.put(EXPERIMENT.NOTE, experiment.note());
        columns.put(EXPERIMENT.LIFECYCLE, experiment.lifecycle().name());
        columns.put(EXPERIMENT.UPDATED_AT, Times.micros(experiment.updatedAt()));
        putNullable(columns, EXPERIMENT.DELETED_AT, Times.micros(experiment.deletedAt()));
        return Columns.storable(columns);
    }

    @SuppressWarnings("NullAway") // jOOQ takes a null value in a map, which the type of the map cannot say
    static void putNullable(Map<Field<?>, Object> columns, Field<?> field, @Nullable Object value) {
        columns.put(field, value);
    }

    static Map<Field<?>, Object> all(Experiment experiment, long number) {
        Map<Field<?>, Object> columns = changing(experiment);
        columns.put(EXPERIMENT.EXPERIMENT_NUMBER, number);
        columns.put(EXPERIMENT.ID, experiment.id().toString());
        columns.put(EXPERIMENT.ORGANIZATION, experiment.organization().toString());
        columns.put(EXPERIMENT.OWNER, experiment.owner().user().toString());
        columns.put(EXPERIMENT.OWNER_NAME, Texts.storable(experiment.owner().name()));
        columns.put(EXPERIMENT.CREATED_AT, Times.micros(experiment.createdAt()));
        return columns;
    }

    /** Keeps exactly these tags. */
    static void replaceTags(DSLContext sql, long experiment, SortedMap<String, String> tags) {
        sql.deleteFrom(EXPERIMENT_TAG)
                .where(EXPERIMENT_TAG.EXPERIMENT.eq(experiment))
                .execute();
        tags.forEach((key, value) -> sql.insertInto(EXPERIMENT_TAG)
                .set(EXPERIMENT_TAG.EXPERIMENT, experiment)
                .set(EXPERIMENT_TAG.NAME, Texts.name(key))
                .set(EXPERIMENT_TAG.VALUE, Texts.storable(value))
                .execute());
    }

    /** The experiments of these rows, with their tags. */
    static List<Experiment> experiments(DSLContext sql, List<ExperimentRecord> rows) {
        Map<Long, SortedMap<String, String>> tags = new HashMap<>();
        rows.forEach(row -> tags.put(row.getExperimentNumber(), new TreeMap<>()));
        sql.selectFrom(EXPERIMENT_TAG)
                .where(EXPERIMENT_TAG.EXPERIMENT.in(tags.keySet()))
                .forEach(tag ->
                        tags.getOrDefault(tag.getExperiment(), new TreeMap<>()).put(tag.getName(), tag.getValue()));
        List<Experiment> experiments = new ArrayList<>();
        rows.forEach(
                row -> experiments.add(experiment(row, tags.getOrDefault(row.getExperimentNumber(), new TreeMap<>()))));
        return experiments;
    }

    static Experiment experiment(ExperimentRecord row, SortedMap<String, String> tags) {
        return new Experiment(
                Id.of(row.getId()),
                row.getExperimentNumber(),
                Id.of(row.getOrganization()),
                row.getName(),
                row.getNote(),
                Lifecycle.valueOf(row.getLifecycle()),
                new Owner(Id.of(row.getOwner()), row.getOwnerName()),
                Times.instant(row.getCreatedAt()),
                Times.instant(row.getUpdatedAt()),
                Times.optional(row.getDeletedAt()),
                tags);
    }
}
