package io.plumbline.dialects.mlflow.filter;

import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Order.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses filters: comparisons {@code entity.key operator value}, joined by AND. A key that is no plain word stands between backticks or double
 * quotation marks. Errors name the position.
 */
public final class FilterParser {
    private static final String FILTER = "filter";
    private static final String ORDER = "order_by";

    private FilterParser() {}

    /**
     * The comparisons of a filter; none where it is left out or blank.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the position
     */
    public static List<Term> parse(@Nullable String filter) {
        List<Term> terms = new ArrayList<>();
        if (filter == null || filter.isBlank()) {
            return terms;
        }
        FilterReader reader = new FilterReader(FILTER, filter);
        terms.add(term(reader));
        while (!reader.atEnd()) {
            if (!reader.passedWord("AND")) {
                throw reader.unexpected("AND");
            }
            terms.add(term(reader));
        }
        return terms;
    }

    private static Term term(FilterReader reader) {
        boolean inParentheses = reader.passed('(');
        int position = reader.position();
        String first = reader.name();
        String entity = "";
        String key = first;
        if (reader.passed('.')) {
            entity = first.toLowerCase(Locale.ROOT);
            key = reader.dottedName();
        }
        Operator operator = operator(reader);
        List<Term.Value> values = values(reader, operator);
        if (inParentheses) {
            reader.require(')');
        }
        return new Term(entity, key, operator, values, position);
    }

    private static Operator operator(FilterReader reader) {
        if (reader.passedWord("LIKE")) {
            return Operator.LIKE;
        }
        if (reader.passedWord("ILIKE")) {
            return Operator.ILIKE;
        }
        if (reader.passedWord("IN")) {
            return Operator.IN;
        }
        if (reader.passedWord("IS")) {
            boolean not = reader.passedWord("NOT");
            requireWord(reader, "NULL");
            return not ? Operator.IS_NOT_NULL : Operator.IS_NULL;
        }
        if (reader.passedWord("NOT")) {
            requireWord(reader, "IN");
            return Operator.NOT_IN;
        }
        return switch (reader.comparison()) {
            case "=" -> Operator.EQUAL;
            case "!=", "<>" -> Operator.NOT_EQUAL;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.AT_MOST;
            case ">" -> Operator.GREATER;
            default -> Operator.AT_LEAST;
        };
    }

    private static void requireWord(FilterReader reader, String word) {
        if (!reader.passedWord(word)) {
            throw reader.unexpected(word);
        }
    }

    private static List<Term.Value> values(FilterReader reader, Operator operator) {
        return switch (operator) {
            case IS_NULL, IS_NOT_NULL -> List.of();
            case IN, NOT_IN -> list(reader);
            default -> List.of(value(reader));
        };
    }

    /** Values between parentheses, with commas between them; a comma after the last means nothing. */
    private static List<Term.Value> list(FilterReader reader) {
        List<Term.Value> values = new ArrayList<>();
        reader.require('(');
        values.add(value(reader));
        while (!reader.passed(')')) {
            reader.require(',');
            if (!reader.passed(')')) {
                values.add(value(reader));
            } else {
                return values;
            }
        }
        return values;
    }

    private static Term.Value value(FilterReader reader) {
        return reader.isQuoted() ? new Term.Value.Text(reader.quoted()) : new Term.Value.Numeric(reader.number());
    }

    /**
     * A field to order by.
     *
     * @param entity what stands before the point, in lower case; empty where there is none
     * @param key the field
     * @param direction from the least where nothing is said
     */
    public record Sort(String entity, String key, Direction direction) {}

    /**
     * The fields of an order; none where it is left out.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the position
     */
    public static List<Sort> parseOrder(@Nullable List<String> orders) {
        return orders == null
                ? List.of()
                : orders.stream().map(FilterParser::sort).toList();
    }

    private static Sort sort(String text) {
        FilterReader reader = new FilterReader(ORDER, text);
        String first = reader.name();
        String entity = "";
        String key = first;
        if (reader.passed('.')) {
            entity = first.toLowerCase(Locale.ROOT);
            key = reader.dottedName();
        }
        Direction direction = reader.passedWord("DESC") ? Direction.DESCENDING : Direction.ASCENDING;
        if (direction == Direction.ASCENDING) {
            reader.passedWord("ASC");
        }
        if (!reader.atEnd()) {
            throw reader.unexpected("ASC, DESC or the end");
        }
        return new Sort(entity, key, direction);
    }
}
