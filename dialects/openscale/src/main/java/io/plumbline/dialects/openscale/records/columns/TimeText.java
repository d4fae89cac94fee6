package io.plumbline.dialects.openscale.records.columns;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Times as ISO 8601 writes them: with an offset, without one for UTC, with a blank in place of the T, or a date alone for its midnight. */
public final class TimeText {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeText() {}

    /** The instant of a text, or empty where it is no time. */
    public static Optional<Instant> instant(String text) {
        String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
        try {
            return Optional.of(
                    instant(FORMAT.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Microseconds since 1970-01-01T00:00:00Z, or empty where the text is no time or one too far away to be counted so. */
    static OptionalLong micros(String text) {
        Optional<Instant> instant = instant(text);
        try {
            return instant.isEmpty() ? OptionalLong.empty() : OptionalLong.of(micros(instant.get()));
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Microseconds since 1970-01-01T00:00:00Z.
     *
     * @throws ArithmeticException where the instant is too far away to be counted so
     */
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(TemporalAccessor time) {
        return switch (time) {
            case OffsetDateTime offset -> offset.toInstant();
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            default -> LocalDate.from(time).atStartOfDay(ZoneOffset.UTC).toInstant();
        };
    }
}
