package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.FilterSyntax.Operator;
import io.plumbline.domain.PlumblineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses filters {@code field:operator:value}, separated by commas. The value goes on to the next comma, so it may have colons. Several
 * values of {@code in} stand as {@code a;b} or as {@code [a,b]}. A backslash takes from the character after it, one of
 * {@code , : ; [ ] \}, its meaning; the reference is silent about values with commas.
 */
public final class FilterParser {
    private static final String SPECIAL = ",:;[]\\";

    private final FilterSyntax syntax;
    private final String text;
    private int position;

    private FilterParser(FilterSyntax syntax, String text) {
        this.syntax = syntax;
        this.text = text;
    }

    /**
     * The terms of a text.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    public static List<FilterTerm> parse(FilterSyntax syntax, String text) {
        return new FilterParser(syntax, text).all();
    }

    private List<FilterTerm> all() {
        List<FilterTerm> terms = new ArrayList<>();
        do {
            terms.add(one());
        } while (passed(','));
        if (position < text.length()) {
            throw invalid(text, "goes on with " + text.substring(position) + " where a comma is expected");
        }
        return terms;
    }

    private FilterTerm one() {
        int start = position;
        StringBuilder field = new StringBuilder();
        Optional<Operator> operator = Optional.empty();
        while (operator.isEmpty()) {
            String part = until(",:");
            if (!passed(':')) {
                throw invalid(
                        text.substring(start, position),
                        "has no operator; write field:operator:value with one of " + syntax.words());
            }
            field.append(part);
            operator = operator();
            if (operator.isEmpty()) {
                field.append(':');
            }
        }
        if (field.isEmpty()) {
            throw invalid(text.substring(start, position), "has no field before the operator");
        }
        return new FilterTerm(field.toString(), operator.get(), values(operator.get()));
    }

    /** The operator that comes next, with the colon after it; a field's own colon may come instead. */
    private Optional<Operator> operator() {
        int before = position;
        String word = until(",:");
        Optional<Operator> operator = syntax.operator(word);
        if (operator.isPresent() && operator.get().hasValue() && !passed(':')) {
            throw invalid(text, "has no value after " + word);
        }
        if (operator.isEmpty()) {
            position = before;
        }
        return operator;
    }

    private List<String> values(Operator operator) {
        if (!operator.hasValue()) {
            return List.of();
        }
        return operator == Operator.IN ? values() : List.of(until(","));
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        boolean bracketed = passed('[');
        do {
            values.add(until(bracketed ? ",;]" : ",;"));
        } while (passed(';') || (bracketed && passed(',')));
        if (bracketed && !passed(']')) {
            throw invalid(text, "has a [ without a ]");
        }
        return values;
    }

    /** The text up to one of these characters or the end, unquoted. */
    private String until(String ends) {
        StringBuilder value = new StringBuilder();
        while (position < text.length() && ends.indexOf(text.charAt(position)) < 0) {
            boolean quotes = text.charAt(position) == '\\'
                    && position + 1 < text.length()
                    && SPECIAL.indexOf(text.charAt(position + 1)) >= 0;
            position += quotes ? 1 : 0;
            value.append(text.charAt(position++));
        }
        return value.toString();
    }

    private boolean passed(char expected) {
        boolean there = position < text.length() && text.charAt(position) == expected;
        position += there ? 1 : 0;
        return there;
    }

    private static PlumblineException invalid(String part, String what) {
        return PlumblineException.invalid("filter", "the filter " + part + " " + what);
    }
}
