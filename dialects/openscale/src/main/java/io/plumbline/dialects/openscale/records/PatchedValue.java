package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.columns.TimeText;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A new value of a column, checked against the column's type. */
final class PatchedValue {
    private PatchedValue() {}

    /**
     * The text of the JSON value that is kept; empty for null, which takes the value away.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the column is of another type
     */
    static Optional<String> of(Column column, JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (column.type()) {
                    case NUMBER -> required(column, value, isFinite(value), "numbers");
                    case INTEGER -> integer(column, value);
                    case TIMESTAMP -> time(column, value);
                    case BOOLEAN -> required(column, value, value.isBoolean(), "true and false");
                    case TEXT -> required(column, value, value.isString(), "texts");
                    case VECTOR -> required(column, value, isVector(value), "arrays of numbers");
                    case JSON -> value.toString();
                    case BINARY -> required(column, value, isBase64(value), "bytes as base64");
                });
    }

    private static String required(Column column, JsonNode value, boolean fits, String taken) {
        if (!fits) {
            throw PlumblineException.invalid(
                    column.name(), "the column " + column.name() + " takes " + taken + ", not " + shortened(value));
        }
        return value.toString();
    }

    private static String integer(Column column, JsonNode value) {
        String taken = "whole numbers of 64 bits";
        required(column, value, isFinite(value), taken);
        try {
            return Long.toString(new BigDecimal(value.asString()).longValueExact());
        } catch (ArithmeticException e) {
            return required(column, value, false, taken);
        }
    }

    private static String time(Column column, JsonNode value) {
        String taken = "times such as 2026-01-31T12:00:00.000Z";
        required(column, value, value.isString(), taken);
        return TimeText.instant(value.asString())
                .map(time -> '"' + ValueWriter.microseconds(time) + '"')
                .orElseGet(() -> required(column, value, false, taken));
    }

    private static boolean isFinite(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.asDouble());
    }

    private static boolean isVector(JsonNode value) {
        return value.isArray()
                && StreamSupport.stream(value.spliterator(), false)
                        .allMatch(number -> isFinite(number) || number.isNull());
    }

    private static boolean isBase64(JsonNode value) {
        try {
            return value.isString() && Base64.getDecoder().decode(value.asString()) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
