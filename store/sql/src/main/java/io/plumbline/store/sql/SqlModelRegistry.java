package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.MODEL_VERSION;
import static io.plumbline.store.sql.generated.Tables.REGISTERED_MODEL;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.registry.ModelQuery;
import io.plumbline.domain.registry.ModelRegistry;
import io.plumbline.domain.registry.ModelVersion;
import io.plumbline.domain.registry.RegisteredModel;
import io.plumbline.domain.registry.Stage;
import io.plumbline.domain.registry.VersionQuery;
import io.plumbline.store.sql.generated.tables.records.RegisteredModelRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Registered models in a database. Whoever changes a model or one of its versions changes the model's row first. */
public final class SqlModelRegistry implements ModelRegistry {
    private static final String WHAT = "registered model";

    private final Database database;

    /** Those in this database. */
    public SqlModelRegistry(Database database) {
        this.database = database;
    }

    @Override
    public void add(RegisteredModel model) {
        boolean added = database.write(sql -> {
            int inserted = sql.insertInto(REGISTERED_MODEL)
                    .set(RegistryRows.all(model))
                    .onConflictDoNothing()
                    .execute();
            if (inserted == 1) {
                RegistryRows.replaceTags(sql, model.id().toString(), model.tags());
            }
            return inserted == 1;
        });
        if (!added) {
            throw taken(model.name());
        }
    }

    private static PlumblineException taken(String name) {
        return new PlumblineException(new Failure.AlreadyExists(WHAT, name));
    }

    @Override
    public Optional<RegisteredModel> find(Id organization, String name) {
        return database.read(sql -> one(sql, named(organization, name)));
    }

    private static Optional<RegisteredModel> one(DSLContext sql, Condition which) {
        return RegistryRows.models(
                        sql, sql.selectFrom(REGISTERED_MODEL).where(which).fetch())
                .stream()
                .findFirst();
    }

    @Override
    public RegisteredModel change(Id organization, String name, UnaryOperator<RegisteredModel> change) {
        return database.write(sql -> {
            String id = locked(sql, organization, name).getId();
            RegisteredModel before = one(sql, REGISTERED_MODEL.ID.eq(id)).orElseThrow();
            RegisteredModel after = change.apply(before);
            if (!after.name().equals(name)) {
                requireFree(sql, organization, after.name());
            }
            sql.update(REGISTERED_MODEL)
                    .set(RegistryRows.changing(after))
                    .where(REGISTERED_MODEL.ID.eq(id))
                    .execute();
            RegistryRows.replaceTags(sql, id, after.tags());
            return after;
        });
    }

    private static void requireFree(DSLContext sql, Id organization, String name) {
        if (sql.fetchExists(REGISTERED_MODEL, named(organization, name))) {
            throw taken(name);
        }
    }

    /** The row of a model, which others cannot change until the transaction ends. */
    private static RegisteredModelRecord locked(DSLContext sql, Id organization, String name) {
        Condition which = named(organization, name);
        sql.update(REGISTERED_MODEL)
                .set(REGISTERED_MODEL.ORGANIZATION, organization.toString())
                .where(which)
                .execute();
        return sql.selectFrom(REGISTERED_MODEL)
                .where(which)
                .fetchOptional()
                .orElseThrow(() -> PlumblineException.notFound(WHAT, name));
    }

    @Override
    public void remove(Id organization, String name) {
        database.write(sql -> {
            String id = locked(sql, organization, name).getId();
            return sql.deleteFrom(REGISTERED_MODEL)
                    .where(REGISTERED_MODEL.ID.eq(id))
                    .execute();
        });
    }

    @Override
    public Page<RegisteredModel> search(Id organization, ModelQuery query) {
        return database.read(sql -> RegistrySearch.models(sql, organization, query));
    }

    @Override
    public ModelVersion addVersion(ModelVersion version) {
        return database.write(sql -> {
            RegisteredModelRecord model = locked(sql, version.organization(), version.model());
            ModelVersion numbered = version.numbered(model.getLastVersion() + 1);
            sql.update(REGISTERED_MODEL)
                    .set(REGISTERED_MODEL.LAST_VERSION, numbered.version())
                    .set(REGISTERED_MODEL.UPDATED_AT, Times.micros(version.createdAt()))
                    .where(REGISTERED_MODEL.ID.eq(model.getId()))
                    .execute();
            sql.insertInto(MODEL_VERSION)
                    .set(RegistryRows.all(numbered, model.getId()))
                    .execute();
            RegistryRows.replaceTags(sql, model.getId(), numbered.version(), numbered.tags());
            return numbered;
        });
    }

    @Override
    public Optional<ModelVersion> version(Id organization, String model, int version) {
        return database.read(sql -> sql.selectFrom(REGISTERED_MODEL)
                .where(named(organization, model))
                .fetchOptional()
                .flatMap(row -> version(sql, row.getId(), version)));
    }

    private static Optional<ModelVersion> version(DSLContext sql, String model, int version) {
        return RegistryRows.versions(
                        sql,
                        sql.selectFrom(MODEL_VERSION)
                                .where(numbered(model, version))
                                .fetch())
                .stream()
                .findFirst();
    }

    @Override
    public ModelVersion changeVersion(Id organization, String model, int version, UnaryOperator<ModelVersion> change) {
        return database.write(sql -> changed(sql, organization, model, version, change));
    }

    private static ModelVersion changed(
            DSLContext sql, Id organization, String model, int version, UnaryOperator<ModelVersion> change) {
        String id = locked(sql, organization, model).getId();
        ModelVersion after = version(sql, id, version).map(change).orElseThrow(() -> missing(model, version));
        sql.update(MODEL_VERSION)
                .set(RegistryRows.changing(after))
                .where(numbered(id, version))
                .execute();
        RegistryRows.replaceTags(sql, id, version, after.tags());
        return after;
    }

    private static PlumblineException missing(String model, int version) {
        return PlumblineException.notFound("model version", model + " " + version);
    }

    @Override
    public ModelVersion succeed(Id organization, String model, int version, Stage stage, Instant now) {
        return database.write(sql -> {
            String id = locked(sql, organization, model).getId();
            sql.update(MODEL_VERSION)
                    .set(MODEL_VERSION.STAGE, Stage.ARCHIVED.name())
                    .set(MODEL_VERSION.UPDATED_AT, Times.micros(now))
                    .where(MODEL_VERSION.MODEL.eq(id))
                    .and(MODEL_VERSION.STAGE.eq(stage.name()))
                    .and(MODEL_VERSION.VERSION.ne(version))
                    .execute();
            return changed(
                    sql, organization, model, version, found -> found.in(stage).updated(now));
        });
    }

    @Override
    public void removeVersion(Id organization, String model, int version) {
        database.write(sql -> {
            RegisteredModelRecord row = locked(sql, organization, model);
            int removed = sql.deleteFrom(MODEL_VERSION)
                    .where(numbered(row.getId(), version))
                    .execute();
            if (removed == 0) {
                throw missing(model, version);
            }
            SortedMap<String, Integer> aliases = new TreeMap<>(TagsJson.readNumbers(row.getAliases()));
            aliases.values().removeIf(aliased -> aliased == version);
            return sql.update(REGISTERED_MODEL)
                    .set(REGISTERED_MODEL.ALIASES, TagsJson.write(aliases))
                    .where(REGISTERED_MODEL.ID.eq(row.getId()))
                    .execute();
        });
    }

    @Override
    public Page<ModelVersion> searchVersions(Id organization, VersionQuery query) {
        return database.read(sql -> RegistrySearch.versions(sql, organization, query));
    }

    @Override
    public List<ModelVersion> latest(Id organization, String model, List<Stage> stages) {
        return database.read(sql -> sql.selectFrom(REGISTERED_MODEL)
                .where(named(organization, model))
                .fetchOptional()
                .map(row -> stages.stream()
                        .flatMap(stage -> latest(sql, row.getId(), stage).stream())
                        .toList())
                .orElse(List.of()));
    }

    private static List<ModelVersion> latest(DSLContext sql, String model, Stage stage) {
        return RegistryRows.versions(
                sql,
                sql.selectFrom(MODEL_VERSION)
                        .where(MODEL_VERSION.MODEL.eq(model))
                        .and(MODEL_VERSION.STAGE.eq(stage.name()))
                        .orderBy(MODEL_VERSION.VERSION.desc())
                        .limit(1)
                        .fetch());
    }

    private static Condition numbered(String model, int version) {
        return MODEL_VERSION.MODEL.eq(model).and(MODEL_VERSION.VERSION.eq(version));
    }

    private static Condition named(Id organization, String name) {
        return REGISTERED_MODEL
                .ORGANIZATION
                .eq(organization.toString())
                .and(REGISTERED_MODEL.NAME.eq(Texts.replaced(name)));
    }
}
