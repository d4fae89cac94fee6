package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.MODEL_VERSION;
import static io.plumbline.store.sql.generated.Tables.MODEL_VERSION_TAG;
import static io.plumbline.store.sql.generated.Tables.REGISTERED_MODEL;
import static io.plumbline.store.sql.generated.Tables.REGISTERED_MODEL_TAG;

import io.plumbline.domain.Id;
import io.plumbline.domain.registry.ModelVersion;
import io.plumbline.domain.registry.RegisteredModel;
import io.plumbline.domain.registry.Stage;
import io.plumbline.store.sql.generated.tables.records.ModelVersionRecord;
import io.plumbline.store.sql.generated.tables.records.RegisteredModelRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;

/** How registered models and their versions lie in their tables. */
final class RegistryRows {
    private RegistryRows() {}

    static Map<Field<?>, Object> changing(RegisteredModel model) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(REGISTERED_MODEL.NAME, Texts.name(model.name()));
        columns.put(REGISTERED_MODEL.DESCRIPTION, model.description());
        columns.put(REGISTERED_MODEL.UPDATED_AT, Times.micros(model.updatedAt()));
        columns.put(REGISTERED_MODEL.ALIASES, TagsJson.write(model.aliases()));
        return Columns.storable(columns);
    }

    static Map<Field<?>, Object> all(RegisteredModel model) {
        Map<Field<?>, Object> columns = changing(model);
        columns.put(REGISTERED_MODEL.ID, model.id().toString());
        columns.put(REGISTERED_MODEL.ORGANIZATION, model.organization().toString());
        columns.put(REGISTERED_MODEL.OWNER, Texts.storable(model.owner()));
        columns.put(REGISTERED_MODEL.CREATED_AT, Times.micros(model.createdAt()));
        columns.put(REGISTERED_MODEL.LAST_VERSION, 0);
        return columns;
    }

    static void replaceTags(DSLContext sql, String model, SortedMap<String, String> tags) {
        sql.deleteFrom(REGISTERED_MODEL_TAG)
                .where(REGISTERED_MODEL_TAG.MODEL.eq(model))
                .execute();
        tags.forEach((key, value) -> sql.insertInto(REGISTERED_MODEL_TAG)
                .set(REGISTERED_MODEL_TAG.MODEL, model)
                .set(REGISTERED_MODEL_TAG.NAME, Texts.storable(key))
                .set(REGISTERED_MODEL_TAG.VALUE, Texts.storable(value))
                .execute());
    }

    static Map<Field<?>, Object> changing(ModelVersion version) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(MODEL_VERSION.DESCRIPTION, version.description());
        columns.put(MODEL_VERSION.STAGE, version.stage().name());
        columns.put(MODEL_VERSION.UPDATED_AT, Times.micros(version.updatedAt()));
        return Columns.storable(columns);
    }

    static Map<Field<?>, Object> all(ModelVersion version, String model) {
        Map<Field<?>, Object> columns = changing(version);
        columns.put(MODEL_VERSION.MODEL, model);
        columns.put(MODEL_VERSION.VERSION, version.version());
        columns.put(MODEL_VERSION.ORGANIZATION, version.organization().toString());
        columns.put(MODEL_VERSION.SOURCE, version.source());
        columns.put(MODEL_VERSION.RUN, Columns.nullable(version.run()));
        columns.put(MODEL_VERSION.RUN_LINK, version.runLink());
        columns.put(MODEL_VERSION.LOGGED_MODEL, version.loggedModel());
        columns.put(MODEL_VERSION.OWNER, version.owner());
        columns.put(MODEL_VERSION.CREATED_AT, Times.micros(version.createdAt()));
        return Columns.storable(columns);
    }

    static void replaceTags(DSLContext sql, String model, int version, SortedMap<String, String> tags) {
        sql.deleteFrom(MODEL_VERSION_TAG)
                .where(MODEL_VERSION_TAG.MODEL.eq(model))
                .and(MODEL_VERSION_TAG.VERSION.eq(version))
                .execute();
        tags.forEach((key, value) -> sql.insertInto(MODEL_VERSION_TAG)
                .set(MODEL_VERSION_TAG.MODEL, model)
                .set(MODEL_VERSION_TAG.VERSION, version)
                .set(MODEL_VERSION_TAG.NAME, Texts.storable(key))
                .set(MODEL_VERSION_TAG.VALUE, Texts.storable(value))
                .execute());
    }

    static List<RegisteredModel> models(DSLContext sql, List<RegisteredModelRecord> rows) {
        Map<String, SortedMap<String, String>> tags = new HashMap<>();
        sql.selectFrom(REGISTERED_MODEL_TAG)
                .where(REGISTERED_MODEL_TAG.MODEL.in(
                        rows.stream().map(RegisteredModelRecord::getId).toList()))
                .forEach(tag -> tags.computeIfAbsent(tag.getModel(), _ -> new TreeMap<>())
                        .put(tag.getName(), tag.getValue()));
        return rows.stream()
                .map(row -> model(row, tags.getOrDefault(row.getId(), new TreeMap<>())))
                .toList();
    }

    private static RegisteredModel model(RegisteredModelRecord row, SortedMap<String, String> tags) {
        return new RegisteredModel(
                Id.of(row.getId()),
                Id.of(row.getOrganization()),
                row.getName(),
                row.getDescription(),
                row.getOwner(),
                Times.instant(row.getCreatedAt()),
                Times.instant(row.getUpdatedAt()),
                tags,
                TagsJson.readNumbers(row.getAliases()));
    }

    /** The versions of these rows, with their tags and the names of their models. */
    static List<ModelVersion> versions(DSLContext sql, List<ModelVersionRecord> rows) {
        List<String> ids =
                rows.stream().map(ModelVersionRecord::getModel).distinct().toList();
        Map<String, String> names = sql.select(REGISTERED_MODEL.ID, REGISTERED_MODEL.NAME)
                .from(REGISTERED_MODEL)
                .where(REGISTERED_MODEL.ID.in(ids))
                .fetchMap(REGISTERED_MODEL.ID, REGISTERED_MODEL.NAME);
        Map<String, SortedMap<String, String>> tags = new HashMap<>();
        sql.selectFrom(MODEL_VERSION_TAG)
                .where(MODEL_VERSION_TAG.MODEL.in(ids))
                .forEach(tag -> tags.computeIfAbsent(tag.getModel() + tag.getVersion(), _ -> new TreeMap<>())
                        .put(tag.getName(), tag.getValue()));
        return rows.stream()
                .map(row -> version(
                        row,
                        names.getOrDefault(row.getModel(), ""),
                        tags.getOrDefault(row.getModel() + row.getVersion(), new TreeMap<>())))
                .toList();
    }

    private static ModelVersion version(ModelVersionRecord row, String name, SortedMap<String, String> tags) {
        return new ModelVersion(
                Id.of(row.getOrganization()),
                name,
                row.getVersion(),
                row.getDescription(),
                row.getSource(),
                Columns.id(row.getRun()),
                row.getRunLink(),
                row.getLoggedModel(),
                Stage.valueOf(row.getStage()),
                row.getOwner(),
                Times.instant(row.getCreatedAt()),
                Times.instant(row.getUpdatedAt()),
                tags);
    }
}
