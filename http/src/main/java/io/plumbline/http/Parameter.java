package io.plumbline.http;

import io.plumbline.domain.PlumblineException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a path or of a query, read as what the contract says it is. Each reading gives null where the parameter was not given, and
 * throws a {@link PlumblineException} of {@link io.plumbline.domain.Failure.Invalid} that names the parameter where it cannot be read.
 *
 * @param name in the contract
 * @param values decoded, in their order
 * @param least the least number that is allowed
 * @param most the greatest number that is allowed
 * @param longest the greatest count of characters that is allowed
 */
public record Parameter(String name, List<String> values, double least, double most, int longest) {
    /** Without bounds. */
    public static Parameter of(String name, List<String> values) {
        return new Parameter(name, values, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Integer.MAX_VALUE);
    }

    /** Fails where it was not given. */
    public Parameter required() {
        if (values.isEmpty()) {
            throw invalid("is missing");
        }
        return this;
    }

    /** With this bound for numbers. */
    public Parameter atLeast(double bound) {
        return new Parameter(name, values, bound, most, longest);
    }

    /** With this bound for numbers. */
    public Parameter atMost(double bound) {
        return new Parameter(name, values, least, bound, longest);
    }

    /** With this bound for texts. */
    public Parameter noLongerThan(int characters) {
        return new Parameter(name, values, least, most, characters);
    }

    /** As text. */
    public @Nullable String text() {
        return read(text -> text);
    }

    /** As a whole number of 32 bits. */
    public @Nullable Integer integer() {
        return read(text -> bounded(number(text, Integer::valueOf, "a whole number")));
    }

    /** As a whole number of 64 bits. */
    public @Nullable Long longInteger() {
        return read(text -> bounded(number(text, Long::valueOf, "a whole number")));
    }

    /** As a number. */
    public @Nullable Double number() {
        return read(text -> bounded(number(text, Double::valueOf, "a number")));
    }

    /** As true or false, in any case. */
    public @Nullable Boolean flag() {
        return read(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid("is " + Texts.quoted(text) + " and must be true or false");
        });
    }

    /** As a point in time: ISO 8601, also with a blank in place of the T, UTC where no offset is given, midnight where no time is given. */
    public @Nullable Instant instant() {
        return read(text -> instant(text));
    }

    /** As a day. */
    public @Nullable LocalDate date() {
        return read(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException unreadable) {
                throw invalid("is " + Texts.quoted(text) + " and must be a day such as 2026-01-31");
            }
        });
    }

    /** As one of these. */
    public <E extends Enum<E> & WireName> @Nullable E oneOf(E[] constants) {
        return read(text -> among(constants, text));
    }

    /** As texts with commas between them; null where it was not given. */
    public @Nullable List<String> separated() {
        return values.isEmpty() ? null : pieces().map(this::checked).toList();
    }

    /** As constants with commas between them. */
    public <E extends Enum<E> & WireName> @Nullable List<E> separated(E[] constants) {
        return values.isEmpty()
                ? null
                : pieces().map(text -> among(constants, text)).toList();
    }

    /** As texts, one each time that it was given. */
    public @Nullable List<String> repeated() {
        return values.isEmpty() ? null : values.stream().map(this::checked).toList();
    }

    /** As constants, one each time that it was given. */
    public <E extends Enum<E> & WireName> @Nullable List<E> repeated(E[] constants) {
        return values.isEmpty()
                ? null
                : values.stream().map(text -> among(constants, text)).toList();
    }

    private <T> @Nullable T read(Function<String, T> reading) {
        if (values.size() > 1) {
            throw invalid("is given " + values.size() + " times");
        }
        return values.isEmpty() ? null : reading.apply(checked(values.getFirst()));
    }

    private Stream<String> pieces() {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty());
    }

    private String checked(String text) {
        if (text.length() > longest) {
            throw invalid("has " + text.length() + " characters and may have " + longest);
        }
        return text;
    }

    private <N extends Number> N number(String text, Function<String, N> reading, String kind) {
        try {
            return reading.apply(text.strip());
        } catch (NumberFormatException unreadable) {
            throw invalid("is " + Texts.quoted(text) + " and must be " + kind);
        }
    }

    private <N extends Number> N bounded(N number) {
        double value = number.doubleValue();
        if (!Double.isFinite(value) || value < least || value > most) {
            throw invalid("is " + number + " and must be " + bounds());
        }
        return number;
    }

    private String bounds() {
        String lower = least == Double.NEGATIVE_INFINITY ? "" : "at least " + shown(least);
        String upper = most == Double.POSITIVE_INFINITY ? "" : "at most " + shown(most);
        String between = lower.isEmpty() || upper.isEmpty() ? "" : " and ";
        String both = lower + between + upper;
        return both.isEmpty() ? "finite" : both;
    }

    private static String shown(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }

    private Instant instant(String text) {
        String time = text.replaceFirst("(?<=\\d) (?=\\d)", "T");
        try {
            return time.indexOf('T') < 0
                    ? LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(hasOffset(time) ? time : time + "Z").toInstant();
        } catch (DateTimeException unreadable) {
            throw invalid("is " + Texts.quoted(text) + " and must be a time such as 2026-01-31T08:30:00Z");
        }
    }

    private static boolean hasOffset(String text) {
        String time = text.substring(text.indexOf('T'));
        return time.endsWith("Z") || time.indexOf('+') > 0 || time.indexOf('-') > 0;
    }

    private <E extends Enum<E> & WireName> E among(E[] constants, String text) {
        try {
            return WireName.among(constants, text);
        } catch (PlumblineException unknown) {
            throw PlumblineException.invalid(name, "the parameter " + name + ": " + unknown.getMessage());
        }
    }

    private PlumblineException invalid(String what) {
        return PlumblineException.invalid(name, "the parameter " + name + " " + what);
    }
}
