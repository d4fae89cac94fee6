package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.LOGGED_MODEL;
import static io.plumbline.store.sql.generated.Tables.RUN_OUTPUT;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.LoggedModel;
import io.plumbline.domain.experiment.LoggedModelQuery;
import io.plumbline.domain.experiment.LoggedModelStore;
import io.plumbline.domain.experiment.Page;
import io.plumbline.store.sql.generated.tables.records.LoggedModelRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Models that were logged in a database. */
public final class SqlLoggedModels implements LoggedModelStore {
    private static final int PART = 500;

    private final Database database;

    /** Those in this database. */
    public SqlLoggedModels(Database database) {
        this.database = database;
    }

    @Override
    public void add(LoggedModel model) {
        database.write(sql -> sql.insertInto(LOGGED_MODEL).set(row(model)).execute());
    }

    private static Map<Field<?>, Object> row(LoggedModel model) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(LOGGED_MODEL.ID, model.id().toString());
        columns.put(LOGGED_MODEL.ORGANIZATION, model.organization().toString());
        columns.put(LOGGED_MODEL.EXPERIMENT, model.experimentNumber());
        columns.put(LOGGED_MODEL.EXPERIMENT_ID, model.experiment().toString());
        columns.put(LOGGED_MODEL.NAME, model.name());
        columns.put(LOGGED_MODEL.TYPE, model.type());
        columns.put(LOGGED_MODEL.RUN, Columns.nullable(model.run()));
        columns.put(LOGGED_MODEL.STATUS, model.status().name());
        columns.put(LOGGED_MODEL.CREATED_AT, Times.micros(model.createdAt()));
        columns.put(LOGGED_MODEL.UPDATED_AT, Times.micros(model.updatedAt()));
        ExperimentRows.putNullable(columns, LOGGED_MODEL.DELETED_AT, Times.micros(model.deletedAt()));
        columns.put(LOGGED_MODEL.PARAMS, TagsJson.write(model.params()));
        columns.put(LOGGED_MODEL.TAGS, TagsJson.write(model.tags()));
        return Columns.storable(columns);
    }

    @Override
    public Optional<LoggedModel> find(Id organization, Id id) {
        return database.read(sql ->
                sql.selectFrom(LOGGED_MODEL).where(owned(organization, id)).fetchOptional(SqlLoggedModels::model));
    }

    @Override
    public LoggedModel change(Id organization, Id id, UnaryOperator<LoggedModel> change) {
        return database.write(sql -> {
            // First a change, so that others who change the same wait until the transaction ends.
            sql.update(LOGGED_MODEL)
                    .set(LOGGED_MODEL.ID, id.toString())
                    .where(owned(organization, id))
                    .execute();
            LoggedModel after = sql.selectFrom(LOGGED_MODEL)
                    .where(owned(organization, id))
                    .fetchOptional(SqlLoggedModels::model)
                    .map(change)
                    .orElseThrow(() -> PlumblineException.notFound("logged model", id));
            sql.update(LOGGED_MODEL)
                    .set(row(after))
                    .where(owned(organization, id))
                    .execute();
            return after;
        });
    }

    @Override
    public Page<LoggedModel> search(Id organization, LoggedModelQuery query) {
        return database.read(sql -> Pages.of(
                sql,
                LOGGED_MODEL,
                which(sql, organization, query),
                new Keyset().descending(LOGGED_MODEL.CREATED_AT).descending(LOGGED_MODEL.ID),
                List.of(query.experiments(), query.name(), query.runs().map(TreeSet::new))
                        .toString()
                        .hashCode(),
                query.page(),
                rows -> rows.into(LOGGED_MODEL).map(SqlLoggedModels::model)));
    }

    private static Condition which(DSLContext sql, Id organization, LoggedModelQuery query) {
        Condition which = LOGGED_MODEL
                .ORGANIZATION
                .eq(organization.toString())
                .and(LOGGED_MODEL.EXPERIMENT_ID.in(texts(query.experiments())))
                .and(LOGGED_MODEL.DELETED_AT.isNull())
                .and(DSL.and(query.name().stream()
                        .map(match -> TextMatches.of(sql, LOGGED_MODEL.NAME, match))
                        .toList()));
        return query.runs()
                .map(runs -> which.and(LOGGED_MODEL.RUN.in(texts(runs))))
                .orElse(which);
    }

    private static List<String> texts(Collection<Id> ids) {
        return ids.stream().map(Id::toString).toList();
    }

    @Override
    public boolean removePart(Id organization, Id experiment) {
        return database.write(sql -> {
            List<String> some = sql.select(LOGGED_MODEL.ID)
                    .from(LOGGED_MODEL)
                    .where(LOGGED_MODEL.ORGANIZATION.eq(organization.toString()))
                    .and(LOGGED_MODEL.EXPERIMENT_ID.eq(experiment.toString()))
                    .limit(PART)
                    .fetch(LOGGED_MODEL.ID);
            sql.deleteFrom(RUN_OUTPUT).where(RUN_OUTPUT.MODEL.in(some)).execute();
            return sql.deleteFrom(LOGGED_MODEL).where(LOGGED_MODEL.ID.in(some)).execute() > 0;
        });
    }

    @Override
    public void addOutput(Id run, Output output) {
        database.write(sql -> sql.insertInto(RUN_OUTPUT)
                .set(RUN_OUTPUT.RUN, run.toString())
                .set(RUN_OUTPUT.MODEL, output.model().toString())
                .set(RUN_OUTPUT.STEP, output.step())
                .onConflictDoNothing()
                .execute());
    }

    @Override
    public Map<Id, List<Output>> outputs(Collection<Id> runs) {
        return database.read(sql -> sql.selectFrom(RUN_OUTPUT)
                .where(RUN_OUTPUT.RUN.in(texts(runs)))
                .orderBy(RUN_OUTPUT.STEP, RUN_OUTPUT.MODEL)
                .fetchGroups(row -> Id.of(row.getRun()), row -> new Output(Id.of(row.getModel()), row.getStep())));
    }

    private static Condition owned(Id organization, Id id) {
        return LOGGED_MODEL.ORGANIZATION.eq(organization.toString()).and(LOGGED_MODEL.ID.eq(id.toString()));
    }

    private static LoggedModel model(LoggedModelRecord row) {
        return new LoggedModel(
                Id.of(row.getId()),
                Id.of(row.getOrganization()),
                Id.of(row.getExperimentId()),
                row.getExperiment(),
                row.getName(),
                row.getType(),
                Columns.id(row.getRun()),
                LoggedModel.Status.valueOf(row.getStatus()),
                Times.instant(row.getCreatedAt()),
                Times.instant(row.getUpdatedAt()),
                Times.optional(row.getDeletedAt()),
                TagsJson.read(row.getParams()),
                TagsJson.read(row.getTags()));
    }
}
