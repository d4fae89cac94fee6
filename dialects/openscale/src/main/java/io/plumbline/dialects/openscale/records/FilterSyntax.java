package io.plumbline.dialects.openscale.records;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The three filter languages of the reference: the operators that each has. */
public enum FilterSyntax {
    /** Of record queries. */
    RECORDS,
    /** Of distributions. */
    DISTRIBUTIONS,
    /** Of metrics and measurements. */
    METRICS;

    /** The operator of this word, if the language has it. */
    Optional<Operator> operator(String word) {
        return operators().filter(operator -> operator.words().contains(word)).findFirst();
    }

    /** The words of the operators. */
    String words() {
        return operators().map(operator -> operator.words().getFirst()).collect(Collectors.joining(", "));
    }

    private Stream<Operator> operators() {
        return Stream.of(Operator.values()).filter(this::has);
    }

    private boolean has(Operator operator) {
        return switch (this) {
            case RECORDS -> true;
            case DISTRIBUTIONS -> operator != Operator.LIKE;
            case METRICS ->
                switch (operator) {
                    case EQUAL, IN, NULL, PRESENT -> true;
                    case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL, LIKE -> false;
                };
        };
    }

    /** What is asked of a field. */
    public enum Operator {
        EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        LIKE,
        IN,
        NULL,
        PRESENT;

        /** How the operator is written; the reference's samples have two ways of writing some. */
        List<String> words() {
            return switch (this) {
                case EQUAL -> List.of("eq");
                case GREATER -> List.of("gt");
                case GREATER_OR_EQUAL -> List.of("gte", "ge");
                case LESS -> List.of("lt", "ls");
                case LESS_OR_EQUAL -> List.of("lte", "le");
                case LIKE -> List.of("like");
                case IN -> List.of("in");
                case NULL -> List.of("null");
                case PRESENT -> List.of("nonnull", "exists");
            };
        }

        /** Whether a value follows. */
        boolean hasValue() {
            return this != NULL && this != PRESENT;
        }
    }
}
