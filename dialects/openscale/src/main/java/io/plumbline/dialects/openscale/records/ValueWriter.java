package io.plumbline.dialects.openscale.records;

import io.plumbline.domain.model.ValueType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes one value as JSON. JSON has no NaN and no infinities: they become null. */
final class ValueWriter {
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ValueWriter() {}

    /** Writes a value of a record, as it is stored. */
    static void write(JsonGenerator json, @Nullable Object value, ValueType type) {
        switch (value) {
            case null -> json.writeNull();
            case Double number -> writeNumber(json, number);
            case Long integer -> json.writeNumber(integer);
            case Boolean truth -> json.writeBoolean(truth);
            case Instant instant -> json.writeString(text(instant));
            case double[] vector -> writeVector(json, vector);
            case byte[] bytes -> json.writeBinary(bytes);
            case String text when type == ValueType.JSON -> json.writeRawValue(text);
            case String text -> json.writeString(text);
            default -> throw new IllegalArgumentException("records have no " + value.getClass());
        }
    }

    /** Writes a number, or null where JSON has no word for it. */
    static void writeNumber(JsonGenerator json, double number) {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
    }

    private static void writeVector(JsonGenerator json, double[] vector) {
        json.writeStartArray();
        for (double number : vector) {
            writeNumber(json, number);
        }
        json.writeEndArray();
    }

    /** An instant with three digits of the second, or six where three do not tell it. */
    static String text(Instant instant) {
        return (instant.truncatedTo(ChronoUnit.MILLIS).equals(instant) ? MILLISECONDS : MICROSECONDS).format(instant);
    }

    /** An instant with six digits of the second. */
    static String microseconds(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
