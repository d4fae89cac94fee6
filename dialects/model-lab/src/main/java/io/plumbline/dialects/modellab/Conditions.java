package io.plumbline.dialects.modellab;

import io.plumbline.dialects.modellab.KeyValues.Pair;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.Operand;
import io.plumbline.domain.experiment.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns {@code key:value} filters of runs into conditions. Values of one key are alternatives; bounds of one key hold together. */
final class Conditions {
    private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<)(.*)");
    private static final Pattern RANGE = Pattern.compile("\\[(\\S+) TO (\\S+)]");
    private static final List<String> TRUE = List.of("true", "True", "TRUE");
    private static final List<String> FALSE = List.of("false", "False", "FALSE");
    private static final Map<String, Operator> BOUNDS =
            Map.of(">", Operator.GREATER, ">=", Operator.AT_LEAST, "<", Operator.LESS, "<=", Operator.AT_MOST);

    private final String parameter;
    private final List<Condition> bounds = new ArrayList<>();
    private final Map<Field, List<Operand>> alternatives = new LinkedHashMap<>();

    private Conditions(String parameter) {
        this.parameter = parameter;
    }

    /**
     * The conditions of {@code filter[tags]}.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}, with the position of the mistake
     */
    static List<Condition> ofTags(String text) {
        Conditions all = new Conditions("filter[tags]");
        KeyValues.read(all.parameter, text).forEach(pair -> all.addTexts(pair, Field.Tag::new, List.of(pair.value())));
        return all.list();
    }

    /**
     * The conditions of {@code filter[params]}: a number behind {@code >}, {@code >=}, {@code <} or {@code <=} is a bound,
     * {@code [0.1 TO 0.5]} is a range with both ends, and true and false are found however they are capitalised.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}, with the position of the mistake
     */
    static List<Condition> ofParams(String text) {
        Conditions all = new Conditions("filter[params]");
        KeyValues.read(all.parameter, text).forEach(all::addParam);
        return all.list();
    }

    private void addParam(Pair pair) {
        Matcher bound = BOUND.matcher(pair.value());
        Matcher range = RANGE.matcher(pair.value());
        if (!pair.quoted() && bound.matches()) {
            addBound(pair, bound.group(1), bound.group(2));
        } else if (!pair.quoted() && range.matches()) {
            addBound(pair, ">=", range.group(1));
            addBound(pair, "<=", range.group(2));
        } else {
            addTexts(pair, Field.Param::new, pair.quoted() ? List.of(pair.value()) : spellings(pair.value()));
        }
    }

    private void addBound(Pair pair, String sign, String number) {
        Operator operator = Objects.requireNonNull(BOUNDS.get(sign));
        bounds.add(Condition.number(new Field.Param(pair.key()), operator, number(pair, number)));
    }

    private double number(Pair pair, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw PlumblineException.invalid(
                    parameter,
                    "the parameter " + parameter + ", at character " + pair.position() + ": the bound of " + pair.key()
                            + " is not a number");
        }
    }

    private void addTexts(Pair pair, Function<String, Field> field, List<String> texts) {
        List<Operand> operands = alternatives.computeIfAbsent(field.apply(pair.key()), absent -> new ArrayList<>());
        texts.forEach(text -> operands.add(new Operand.Text(text)));
    }

    private static List<String> spellings(String value) {
        return TRUE.contains(value) ? TRUE : FALSE.contains(value) ? FALSE : List.of(value);
    }

    private List<Condition> list() {
        Stream<Condition> among = alternatives.entrySet().stream()
                .map(entry -> new Condition(entry.getKey(), Operator.IN, entry.getValue()));
        return Stream.concat(bounds.stream(), among).toList();
    }
}
