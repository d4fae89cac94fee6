package io.plumbline.store.sql;

import io.plumbline.domain.experiment.Operator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Comparisons of texts in memory that mean what those of {@link TextMatches} mean on SQLite: texts are in the order of their UTF-8, and only ASCII has two cases. */
@FunctionalInterface
interface TextTest {
    /** Whether the text meets it that lies there in UTF-8. */
    boolean matches(byte[] bytes, int begin, int end);

    /** That of an operator which compares texts, with these. */
    static TextTest of(Operator operator, List<String> texts) {
        return switch (operator) {
            case IN -> among(texts);
            case NOT_IN -> not(among(texts));
            case EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST, LIKE, ILIKE, CONTAINS ->
                of(operator, texts.getFirst());
            case IS_NULL, IS_NOT_NULL -> throw new IllegalArgumentException(operator + " compares nothing");
        };
    }

    private static TextTest of(Operator operator, String text) {
        byte[] other = text.getBytes(StandardCharsets.UTF_8);
        return switch (operator) {
            case EQUAL -> (bytes, begin, end) -> Arrays.equals(bytes, begin, end, other, 0, other.length);
            case NOT_EQUAL -> not(of(Operator.EQUAL, text));
            case LESS -> (bytes, begin, end) -> compare(bytes, begin, end, other) < 0;
            case AT_MOST -> (bytes, begin, end) -> compare(bytes, begin, end, other) <= 0;
            case GREATER -> (bytes, begin, end) -> compare(bytes, begin, end, other) > 0;
            case AT_LEAST -> (bytes, begin, end) -> compare(bytes, begin, end, other) >= 0;
            case LIKE -> LikePattern.inThisCase(text);
            case ILIKE -> LikePattern.inAnyCase(text.toLowerCase(Locale.ROOT));
            case CONTAINS -> LikePattern.containing(text);
            case IN, NOT_IN, IS_NULL, IS_NOT_NULL ->
                throw new IllegalArgumentException(operator + " takes no single text");
        };
    }

    private static int compare(byte[] bytes, int begin, int end, byte[] other) {
        return Arrays.compareUnsigned(bytes, begin, end, other, 0, other.length);
    }

    private static TextTest among(List<String> texts) {
        Set<String> all = texts.stream().collect(Collectors.toSet());
        return (bytes, begin, end) -> all.contains(new String(bytes, begin, end - begin, StandardCharsets.UTF_8));
    }

    private static TextTest not(TextTest test) {
        return (bytes, begin, end) -> !test.matches(bytes, begin, end);
    }
}
