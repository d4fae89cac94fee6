package io.plumbline.domain.experiment;

import io.plumbline.domain.PlumblineException;
import java.util.List;

/**
 * What a run must meet to be found.
 *
 * @param field that is compared
 * @param operator how
 * @param operands with what: none for {@link Operator#IS_NULL} and {@link Operator#IS_NOT_NULL}, any count of one kind for {@link Operator#IN}
 *     and {@link Operator#NOT_IN}, else one
 */
public record Condition(Field field, Operator operator, List<Operand> operands) {
    /**
     * Checks that operator and operands fit.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    public Condition {
        operands = List.copyOf(operands);
        boolean fits = switch (operator) {
            case IS_NULL, IS_NOT_NULL -> operands.isEmpty();
            case IN, NOT_IN ->
                operands.stream().map(Object::getClass).distinct().count() == 1;
            case LIKE, ILIKE, CONTAINS -> operands.size() == 1 && operands.getFirst() instanceof Operand.Text;
            case EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> operands.size() == 1;
        };
        if (!fits) {
            throw PlumblineException.invalid("filter", "the comparison does not go with what is compared with");
        }
        checkKinds(field, operands);
        if (field instanceof Field.Of(RunAttribute attribute)
                && attribute == RunAttribute.NAME_OR_NOTE
                && operator != Operator.CONTAINS) {
            throw PlumblineException.invalid("filter", "name and note together are searched for a text they contain");
        }
    }

    /** With one operand. */
    public static Condition of(Field field, Operator operator, Operand operand) {
        return new Condition(field, operator, List.of(operand));
    }

    /** With a text. */
    public static Condition text(Field field, Operator operator, String text) {
        return of(field, operator, new Operand.Text(text));
    }

    /** With a number. */
    public static Condition number(Field field, Operator operator, double number) {
        return of(field, operator, new Operand.Numeric(number));
    }

    private static void checkKinds(Field field, List<Operand> operands) {
        boolean fits = switch (field) {
            case Field.Param _ -> true;
            case Field.Metric _ -> allNumbers(operands);
            case Field.Tag _, Field.Dataset _ -> allTexts(operands);
            case Field.Of of ->
                of.attribute().kind() == RunAttribute.Kind.NUMBER ? allNumbers(operands) : allTexts(operands);
        };
        if (!fits) {
            throw PlumblineException.invalid("filter", "a text is compared with a number");
        }
    }

    private static boolean allNumbers(List<Operand> operands) {
        return operands.stream().allMatch(Operand.Numeric.class::isInstance);
    }

    private static boolean allTexts(List<Operand> operands) {
        return operands.stream().allMatch(Operand.Text.class::isInstance);
    }
}
