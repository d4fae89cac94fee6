package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.ValueType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a value as a caller wrote it as the type of the field it is compared with. */
final class FieldValue {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,9})?|NaN|Infinity)");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    private FieldValue() {}

    /**
     * The SQL of the value.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the text is not such a value
     */
    static String bound(Field field, String text, Bindings bindings) {
        Object value = parse(field.type(), text)
                .orElseThrow(() -> PlumblineException.invalid(
                        field.name(),
                        "the value \"" + shortened(text) + "\" of " + field.name() + " is not of its type, "
                                + field.type().label()));
        return SqlType.received(bindings.bind(value), field.type());
    }

    private static Optional<? extends Object> parse(ValueType type, String text) {
        return switch (type) {
            case NUMBER -> number(text.strip());
            case INTEGER -> integer(text.strip());
            case TIMESTAMP -> instant(text.strip()).map(Instants::micros);
            case BOOLEAN -> truth(text.strip());
            case TEXT, JSON -> Optional.of(text);
            case VECTOR, BINARY -> Optional.empty();
        };
    }

    private static Optional<Double> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    private static Optional<Long> integer(String text) {
        try {
            return NUMBER.matcher(text).matches()
                    ? Optional.of(new BigDecimal(text).longValueExact())
                    : Optional.empty();
        } catch (ArithmeticException | NumberFormatException e) {
            // A fraction, too large, or NaN: not a whole number.
            return Optional.empty();
        }
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** With an offset, or in UTC where none is given; a date is its midnight. */
    private static Optional<Instant> instant(String text) {
        String iso = text.replaceFirst("^([+-]?\\d{4,9}-\\d\\d-\\d\\d) ", "$1T");
        try {
            return Optional.of(
                    switch (ISO.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
                        case OffsetDateTime time -> time.toInstant();
                        case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
                        case LocalDate date -> date.atStartOfDay().toInstant(ZoneOffset.UTC);
                        case TemporalAccessor other -> throw new DateTimeException("not an instant: " + other);
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
