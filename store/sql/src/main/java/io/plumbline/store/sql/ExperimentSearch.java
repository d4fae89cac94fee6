package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.EXPERIMENT;
import static io.plumbline.store.sql.generated.Tables.EXPERIMENT_TAG;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.ExperimentQuery;
import io.plumbline.domain.experiment.ExperimentQuery.ExperimentAttribute;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.TagMatch;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** One search for experiments. */
final class ExperimentSearch {
    private final DSLContext sql;
    private final Id organization;
    private final ExperimentQuery query;

    ExperimentSearch(DSLContext sql, Id organization, ExperimentQuery query) {
        this.sql = sql;
        this.organization = organization;
        this.query = query;
    }

    Page<Experiment> page() {
        Keyset keyset = keyset();
        return Pages.of(
                sql,
                EXPERIMENT,
                conditions(),
                keyset,
                List.of(
                                query.view(),
                                query.text(),
                                query.name(),
                                query.tags(),
                                query.times(),
                                query.owner(),
                                query.orders())
                        .toString()
                        .hashCode(),
                query.page(),
                rows -> ExperimentRows.experiments(sql, rows.into(EXPERIMENT)));
    }

    private Condition conditions() {
        Condition all = EXPERIMENT
                .ORGANIZATION
                .eq(organization.toString())
                .and(EXPERIMENT.LIFECYCLE.in(
                        query.view().lifecycles().stream().map(Enum::name).toList()));
        all = query.owner()
                .map(Id::toString)
                .map(EXPERIMENT.OWNER::eq)
                .map(all::and)
                .orElse(all);
        all = query.text().map(this::mentioned).map(all::and).orElse(all);
        all = all.and(DSL.and(query.name().stream()
                .map(match -> TextMatches.of(sql, EXPERIMENT.NAME, match))
                .toList()));
        all = all.and(DSL.and(query.tags().stream().map(this::tagged).toList()));
        return all.and(DSL.and(query.times().stream()
                .map(match -> time(number(match.attribute()), match.operator(), match.micros()))
                .toList()));
    }

    private Condition mentioned(String text) {
        return TextMatches.of(sql, EXPERIMENT.NAME, Operator.CONTAINS, text)
                .or(TextMatches.of(sql, EXPERIMENT.NOTE, Operator.CONTAINS, text));
    }

    private Condition tagged(TagMatch tag) {
        return DSL.exists(DSL.selectOne()
                .from(EXPERIMENT_TAG)
                .where(EXPERIMENT_TAG.EXPERIMENT.eq(EXPERIMENT.EXPERIMENT_NUMBER))
                .and(EXPERIMENT_TAG.NAME.eq(Texts.replaced(tag.key())))
                .and(TextMatches.of(sql, EXPERIMENT_TAG.VALUE, tag.match())));
    }

    private static Condition time(Field<Long> field, Operator operator, long micros) {
        return switch (operator) {
            case EQUAL -> field.eq(micros);
            case NOT_EQUAL -> field.ne(micros);
            case LESS -> field.lt(micros);
            case AT_MOST -> field.le(micros);
            case GREATER -> field.gt(micros);
            case AT_LEAST -> field.ge(micros);
            case LIKE, ILIKE, CONTAINS, IN, NOT_IN, IS_NULL, IS_NOT_NULL ->
                throw PlumblineException.invalid("filter", "a time is compared as a number");
        };
    }

    private static Field<Long> number(ExperimentAttribute attribute) {
        return switch (attribute) {
            case NUMBER -> EXPERIMENT.EXPERIMENT_NUMBER;
            case CREATED_AT -> EXPERIMENT.CREATED_AT;
            case UPDATED_AT -> EXPERIMENT.UPDATED_AT;
            case NAME -> throw PlumblineException.invalid("filter", "a name is compared as a text");
        };
    }

    private Keyset keyset() {
        Keyset keyset = new Keyset();
        query.orders()
                .forEach(order -> keyset.add(
                        order.attribute() == ExperimentAttribute.NAME ? EXPERIMENT.NAME : number(order.attribute()),
                        order.direction()));
        return keyset.descending(EXPERIMENT.EXPERIMENT_NUMBER);
    }
}
