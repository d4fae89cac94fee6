package io.plumbline.dialects.mlflow.filter;

import io.plumbline.dialects.mlflow.spelling.WireId;
import io.plumbline.dialects.mlflow.spelling.WireStatus;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.Operand;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.RunAttribute;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Filters and orders of runs in the core's words. */
public final class RunFilters {
    private static final double MICROS = 1000;

    private RunFilters() {}

    /** The conditions of a filter. */
    public static List<Condition> conditions(@Nullable String filter) {
        return FilterParser.parse(filter).stream().map(RunFilters::condition).toList();
    }

    /** The orders of an order_by. */
    public static List<Order> orders(@Nullable List<String> orderBy) {
        return FilterParser.parseOrder(orderBy).stream()
                .map(sort -> new Order(field(sort.entity(), sort.key(), "order_by"), sort.direction()))
                .toList();
    }

    private static Condition condition(Term term) {
        Field field = field(term.entity(), term.key(), "filter at position " + term.position());
        try {
            if (field instanceof Field.Of(RunAttribute attribute) && attribute == RunAttribute.STATUS) {
                return status(term);
            }
            return new Condition(
                    field,
                    term.operator(),
                    term.values().stream().map(value -> operand(field, value)).toList());
        } catch (PlumblineException misfit) {
            throw PlumblineException.invalid(
                    "filter", misfit.getMessage() + " (filter at position " + term.position() + ")");
        }
    }

    private static Field field(String entity, String key, String where) {
        return switch (entity) {
            case "metric", "metrics" -> new Field.Metric(key, MetricStatistic.LATEST);
            case "param", "params", "parameter", "parameters" -> new Field.Param(key);
            case "tag", "tags" -> new Field.Tag(key);
            case "dataset", "datasets" -> new Field.Dataset(dataset(key, where));
            case "", "attribute", "attributes", "attr", "run" -> new Field.Of(attribute(key, where));
            default ->
                throw PlumblineException.invalid(
                        "filter",
                        "'" + entity + "' is none of metrics, params, tags, attributes and datasets (" + where + ")");
        };
    }

    private static Field.DatasetAttribute dataset(String key, String where) {
        return switch (key) {
            case "name" -> Field.DatasetAttribute.NAME;
            case "digest" -> Field.DatasetAttribute.DIGEST;
            case "context" -> Field.DatasetAttribute.CONTEXT;
            default ->
                throw PlumblineException.invalid(
                        "filter", "'" + key + "' is none of name, digest and context (" + where + ")");
        };
    }

    private static RunAttribute attribute(String key, String where) {
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "run_id" -> RunAttribute.ID;
            case "run_name", "run name" -> RunAttribute.NAME;
            case "status" -> RunAttribute.STATUS;
            case "start_time", "created" -> RunAttribute.STARTED_AT;
            case "end_time" -> RunAttribute.ENDED_AT;
            case "user_id", "user" -> RunAttribute.OWNER;
            default ->
                throw PlumblineException.invalid(
                        "filter",
                        "'" + key
                                + "' is none of the attributes run_id, run_name, status, start_time, end_time and user_id ("
                                + where + ")");
        };
    }

    /** A running run is one in all states that this dialect has no word for. */
    private static Condition status(Term term) {
        List<Operand> statuses = term.values().stream()
                .flatMap(value -> WireStatus.meant(text(value)).stream())
                .<Operand>map(status -> new Operand.Text(status.name()))
                .toList();
        Operator operator = switch (term.operator()) {
            case EQUAL, IN -> Operator.IN;
            case NOT_EQUAL, NOT_IN -> Operator.NOT_IN;
            default -> throw PlumblineException.invalid("a status is compared by =, != or IN");
        };
        return new Condition(new Field.Of(RunAttribute.STATUS), operator, statuses);
    }

    private static String text(Term.Value value) {
        return switch (value) {
            case Term.Value.Text text -> text.text();
            case Term.Value.Numeric number -> Double.toString(number.number());
        };
    }

    private static Operand operand(Field field, Term.Value value) {
        return switch (value) {
            case Term.Value.Text(String text)
            when field instanceof Field.Of(RunAttribute attribute) && attribute == RunAttribute.ID ->
                new Operand.Text(WireId.parse(text).map(Id::toString).orElse(text));
            case Term.Value.Text(String text) -> new Operand.Text(text);
            case Term.Value.Numeric(double number) -> number(field, number);
        };
    }

    private static Operand number(Field field, double number) {
        return switch (field) {
            case Field.Of of
            when of.attribute().kind() == RunAttribute.Kind.NUMBER -> new Operand.Numeric(number * MICROS);
            case Field.Metric _ -> new Operand.Numeric(number);
            case Field.Of _, Field.Param _, Field.Tag _, Field.Dataset _ ->
                throw PlumblineException.invalid("the value must be a text between quotation marks");
        };
    }
}
