package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.MODEL_VERSION;
import static io.plumbline.store.sql.generated.Tables.MODEL_VERSION_TAG;
import static io.plumbline.store.sql.generated.Tables.REGISTERED_MODEL;
import static io.plumbline.store.sql.generated.Tables.REGISTERED_MODEL_TAG;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.TextMatch;
import io.plumbline.domain.registry.ModelQuery;
import io.plumbline.domain.registry.ModelVersion;
import io.plumbline.domain.registry.RegisteredModel;
import io.plumbline.domain.registry.VersionQuery;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Searches for registered models and for versions. */
final class RegistrySearch {
    private RegistrySearch() {}

    static Page<RegisteredModel> models(DSLContext sql, Id organization, ModelQuery query) {
        Condition which = REGISTERED_MODEL
                .ORGANIZATION
                .eq(organization.toString())
                .and(all(sql, REGISTERED_MODEL.NAME, query.name()))
                .and(DSL.and(query.tags().stream()
                        .map(tag -> DSL.exists(DSL.selectOne()
                                .from(REGISTERED_MODEL_TAG)
                                .where(REGISTERED_MODEL_TAG.MODEL.eq(REGISTERED_MODEL.ID))
                                .and(REGISTERED_MODEL_TAG.NAME.eq(Texts.replaced(tag.key())))
                                .and(TextMatches.of(sql, REGISTERED_MODEL_TAG.VALUE, tag.match()))))
                        .toList()));
        Keyset keyset = new Keyset();
        query.orders().forEach(order -> keyset.add(modelField(order.attribute()), order.direction()));
        return Pages.of(
                sql,
                REGISTERED_MODEL,
                which,
                keyset.ascending(REGISTERED_MODEL.NAME).ascending(REGISTERED_MODEL.ID),
                List.of(query.name(), query.tags(), query.orders()).toString().hashCode(),
                query.page(),
                rows -> RegistryRows.models(sql, rows.into(REGISTERED_MODEL)));
    }

    private static Field<?> modelField(ModelQuery.ModelAttribute attribute) {
        return switch (attribute) {
            case NAME -> REGISTERED_MODEL.NAME;
            case CREATED_AT -> REGISTERED_MODEL.CREATED_AT;
            case UPDATED_AT -> REGISTERED_MODEL.UPDATED_AT;
        };
    }

    static Page<ModelVersion> versions(DSLContext sql, Id organization, VersionQuery query) {
        Keyset keyset = new Keyset();
        query.orders().forEach(order -> keyset.add(versionField(order.attribute()), order.direction()));
        return Pages.of(
                sql,
                MODEL_VERSION,
                which(sql, organization, query),
                keyset.ascending(name()).descending(MODEL_VERSION.VERSION),
                List.of(query.name(), query.source(), query.tags(), query.orders())
                        .toString()
                        .hashCode(),
                query.page(),
                rows -> RegistryRows.versions(sql, rows.into(MODEL_VERSION)));
    }

    private static Condition which(DSLContext sql, Id organization, VersionQuery query) {
        Condition which = MODEL_VERSION
                .ORGANIZATION
                .eq(organization.toString())
                .and(all(sql, name(), query.name()))
                .and(all(sql, MODEL_VERSION.SOURCE, query.source()))
                .and(DSL.and(query.tags().stream()
                        .map(tag -> DSL.exists(DSL.selectOne()
                                .from(MODEL_VERSION_TAG)
                                .where(MODEL_VERSION_TAG.MODEL.eq(MODEL_VERSION.MODEL))
                                .and(MODEL_VERSION_TAG.VERSION.eq(MODEL_VERSION.VERSION))
                                .and(MODEL_VERSION_TAG.NAME.eq(Texts.replaced(tag.key())))
                                .and(TextMatches.of(sql, MODEL_VERSION_TAG.VALUE, tag.match()))))
                        .toList()));
        if (query.runs().isPresent()) {
            which = which.and(MODEL_VERSION.RUN.in(
                    query.runs().get().stream().map(Id::toString).toList()));
        }
        return query.stages().isEmpty()
                ? which
                : which.and(MODEL_VERSION.STAGE.in(
                        query.stages().stream().map(Enum::name).toList()));
    }

    private static Field<?> versionField(VersionQuery.VersionAttribute attribute) {
        return switch (attribute) {
            case NAME -> name();
            case VERSION -> MODEL_VERSION.VERSION;
            case CREATED_AT -> MODEL_VERSION.CREATED_AT;
            case UPDATED_AT -> MODEL_VERSION.UPDATED_AT;
        };
    }

    /** The name of a version's model. */
    private static Field<String> name() {
        return DSL.field(DSL.select(REGISTERED_MODEL.NAME)
                .from(REGISTERED_MODEL)
                .where(REGISTERED_MODEL.ID.eq(MODEL_VERSION.MODEL)));
    }

    private static Condition all(DSLContext sql, Field<String> field, List<TextMatch> matches) {
        return DSL.and(
                matches.stream().map(match -> TextMatches.of(sql, field, match)).toList());
    }
}
