package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.METRIC_SUMMARY;
import static io.plumbline.store.sql.generated.Tables.RUN_INPUT;
import static io.plumbline.store.sql.generated.Tables.RUN_PARAM;
import static io.plumbline.store.sql.generated.Tables.RUN_TAG;

import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.Field.DatasetAttribute;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.Operand;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.store.sql.generated.tables.MetricSummary;
import io.plumbline.store.sql.generated.tables.Run;
import io.plumbline.store.sql.generated.tables.RunInput;
import io.plumbline.store.sql.generated.tables.RunParam;
import io.plumbline.store.sql.generated.tables.RunTag;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** What runs must meet, as conditions of SQL on rows of runs. */
final class RunConditions {
    private final DSLContext sql;
    private final RunColumns columns;

    RunConditions(DSLContext sql, RunColumns columns) {
        this.sql = sql;
        this.columns = columns;
    }

    /** All of these conditions on a run, each looked up for the run. */
    org.jooq.Condition all(Run run, Collection<Condition> conditions) {
        return DSL.and(conditions.stream().map(condition -> one(run, condition)).toList());
    }

    /**
     * The same, where runs that meet a condition which {@link #isIndexed} are gathered once.
     *
     * @param number of the run, in the table that is read first
     */
    org.jooq.Condition gathered(
            org.jooq.Field<Long> number, Run run, Collection<Condition> conditions, Collection<Long> experiments) {
        return DSL.and(conditions.stream()
                .map(condition -> isIndexed(condition)
                        // The sign keeps the database from looking up each run that was gathered.
                        ? DSL.condition("+{0} in ({1})", number, runs(condition, experiments))
                        : one(run, condition))
                .toList());
    }

    private org.jooq.Condition one(Run run, Condition condition) {
        return switch (condition.field()) {
            case Field.Of of -> ofAttribute(run, of, condition);
            case Field.Metric _, Field.Param _, Field.Tag _, Field.Dataset _ -> {
                org.jooq.Condition exists = DSL.exists(matches(condition, run));
                yield condition.operator() == Operator.IS_NULL ? exists.not() : exists;
            }
        };
    }

    private org.jooq.Condition ofAttribute(Run run, Field.Of of, Condition condition) {
        if (of.attribute() == RunAttribute.NAME_OR_NOTE) {
            return texts(run.NAME, condition).or(texts(run.NOTE, condition));
        }
        org.jooq.Field<?> field = columns.field(run, of.attribute());
        return switch (condition.operator()) {
            // As a case, since no index is to be taken: those without a parent are many, which databases do not know.
            case IS_NULL ->
                DSL.when(field.isNull(), DSL.inline(1)).otherwise(DSL.inline(0)).eq(DSL.inline(1));
            case IS_NOT_NULL -> field.isNotNull();
            default ->
                field.getType() == String.class
                        ? texts(field.coerce(String.class), condition)
                        : numbers(field.coerce(Double.class), condition);
        };
    }

    /** The numbers of all runs of these experiments that meet a condition, from an index; for conditions that {@link #isIndexed}. */
    Select<Record1<Long>> runs(Condition condition, Collection<Long> experiments) {
        return switch (condition.field()) {
            case Field.Metric metric -> {
                MetricSummary m = METRIC_SUMMARY.as("m");
                yield DSL.select(m.RUN)
                        .from(m)
                        .where(m.EXPERIMENT.in(experiments))
                        .and(m.NAME.eq(Texts.replaced(metric.key())))
                        .and(metric(m, metric, condition));
            }
            case Field.Param param -> {
                RunParam p = RUN_PARAM.as("p");
                yield DSL.select(p.RUN)
                        .from(p)
                        .where(p.EXPERIMENT.in(experiments))
                        .and(p.NAME.eq(Texts.replaced(param.key())))
                        .and(param(p, condition));
            }
            case Field.Tag tag -> {
                RunTag t = RUN_TAG.as("t");
                yield DSL.select(t.RUN)
                        .from(t)
                        .where(t.EXPERIMENT.in(experiments))
                        .and(t.NAME.eq(Texts.replaced(tag.key())))
                        .and(tag(t, condition));
            }
            case Field.Of _ -> NamesAndNotes.containing(sql, textsOf(condition).getFirst(), experiments);
            case Field.Dataset dataset -> {
                RunInput i = RUN_INPUT.as("i");
                yield DSL.select(i.RUN)
                        .from(i)
                        .where(i.EXPERIMENT.in(experiments))
                        .and(dataset(i, dataset, condition));
            }
        };
    }

    /** Whether the runs that meet a condition which {@link #isIndexed} lie together in its index, so that the first ones are told at once. */
    static boolean isRange(Condition condition) {
        if (condition.field() instanceof Field.Dataset(DatasetAttribute attribute)
                && attribute != DatasetAttribute.NAME) {
            return false;
        }
        return switch (condition.operator()) {
            case EQUAL, IN, IS_NOT_NULL -> true;
            case LESS, AT_MOST, GREATER, AT_LEAST -> condition.operands().getFirst() instanceof Operand.Numeric;
            case NOT_EQUAL, NOT_IN, LIKE, ILIKE, CONTAINS, IS_NULL -> false;
        };
    }

    /** Whether an index finds the runs that meet a condition. */
    static boolean isIndexed(Condition condition) {
        boolean present = condition.operator() != Operator.IS_NULL;
        return switch (condition.field()) {
            case Field.Metric metric -> present && metric.statistic() == MetricStatistic.LATEST;
            case Field.Param _, Field.Tag _ -> present;
            case Field.Of of -> of.attribute() == RunAttribute.NAME_OR_NOTE && isContained(condition);
            // By name at once; the others take reading what the experiment's runs were given, which is less than its
            // runs.
            case Field.Dataset _ -> present;
        };
    }

    /** Whether a text that is looked for is some text, which no empty one contains. */
    private static boolean isContained(Condition condition) {
        return condition.operator() == Operator.CONTAINS && !textsOf(condition).contains("");
    }

    private Select<?> matches(Condition condition, Run run) {
        return switch (condition.field()) {
            case Field.Metric metric -> {
                MetricSummary m = METRIC_SUMMARY.as("m");
                yield DSL.selectOne()
                        .from(m)
                        .where(m.RUN.eq(run.RUN_NUMBER))
                        .and(m.NAME.eq(Texts.replaced(metric.key())))
                        .and(metric(m, metric, condition));
            }
            case Field.Param param -> {
                RunParam p = RUN_PARAM.as("p");
                yield DSL.selectOne()
                        .from(p)
                        .where(p.RUN.eq(run.RUN_NUMBER))
                        .and(p.NAME.eq(Texts.replaced(param.key())))
                        .and(param(p, condition));
            }
            case Field.Tag tag -> {
                RunTag t = RUN_TAG.as("t");
                yield DSL.selectOne()
                        .from(t)
                        .where(t.RUN.eq(run.RUN_NUMBER))
                        .and(t.NAME.eq(Texts.replaced(tag.key())))
                        .and(tag(t, condition));
            }
            case Field.Dataset dataset -> {
                RunInput i = RUN_INPUT.as("i");
                yield DSL.selectOne().from(i).where(i.RUN.eq(run.RUN_NUMBER)).and(dataset(i, dataset, condition));
            }
            case Field.Of _ -> throw new IllegalArgumentException("a field of the run itself");
        };
    }

    private org.jooq.Condition metric(MetricSummary m, Field.Metric metric, Condition condition) {
        return presentOr(condition, () -> numbers(columns.statistic(m, metric.statistic()), condition));
    }

    private org.jooq.Condition param(RunParam p, Condition condition) {
        return presentOr(
                condition,
                () -> condition.operands().getFirst() instanceof Operand.Numeric
                        ? numbers(p.NUMBER_VALUE, condition)
                        : indexed(p.BEGINNING, p.VALUE, condition));
    }

    private org.jooq.Condition tag(RunTag t, Condition condition) {
        return presentOr(condition, () -> indexed(t.BEGINNING, t.VALUE, condition));
    }

    private org.jooq.Condition dataset(RunInput i, Field.Dataset dataset, Condition condition) {
        return presentOr(condition, () -> texts(columns.field(i, dataset.attribute()), condition));
    }

    /** That there is such a row says enough where nothing is compared. */
    private static org.jooq.Condition presentOr(Condition condition, Supplier<org.jooq.Condition> compared) {
        return condition.operands().isEmpty() ? DSL.trueCondition() : compared.get();
    }

    /** Equal texts begin alike, which an index knows; of short ones it knows all. */
    private org.jooq.Condition indexed(
            org.jooq.Field<String> beginning, org.jooq.Field<String> value, Condition condition) {
        if (condition.operator() != Operator.EQUAL && condition.operator() != Operator.IN) {
            return texts(value, condition);
        }
        List<String> texts = textsOf(condition);
        org.jooq.Condition alike =
                beginning.in(texts.stream().map(IndexedText::beginning).toList());
        return texts.stream().allMatch(IndexedText::isWhole) ? alike : alike.and(texts(value, condition));
    }

    private org.jooq.Condition texts(org.jooq.Field<String> field, Condition condition) {
        return switch (condition.operator()) {
            case IN -> field.in(textsOf(condition));
            case NOT_IN -> field.notIn(textsOf(condition));
            default ->
                TextMatches.of(
                        sql, field, condition.operator(), textsOf(condition).getFirst());
        };
    }

    static List<String> textsOf(Condition condition) {
        return condition.operands().stream()
                .map(operand -> switch (operand) {
                    case Operand.Text text -> Texts.replaced(text.value());
                    case Operand.Numeric number -> Double.toString(number.value());
                })
                .toList();
    }

    private static org.jooq.Condition numbers(org.jooq.Field<Double> field, Condition condition) {
        List<Double> values = condition.operands().stream()
                .map(operand -> switch (operand) {
                    case Operand.Numeric number -> number.value();
                    case Operand.Text _ -> throw new IllegalArgumentException("a text where a number belongs");
                })
                .toList();
        double value = values.getFirst();
        return switch (condition.operator()) {
            case EQUAL -> field.eq(value);
            case NOT_EQUAL -> field.ne(value);
            case LESS -> field.lt(value);
            case AT_MOST -> field.le(value);
            case GREATER -> field.gt(value);
            case AT_LEAST -> field.ge(value);
            case IN -> field.in(values);
            case NOT_IN -> field.notIn(values);
            case LIKE, ILIKE, CONTAINS, IS_NULL, IS_NOT_NULL ->
                throw new IllegalArgumentException("a number is not alike");
        };
    }
}
