package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.columns.ColumnBuilder;
import io.plumbline.dialects.openscale.records.columns.DecimalText;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one JSON value into a cell. */
final class CellReader {
    private static final double LARGEST_EXACT = 1L << 53;

    private final TextCache texts = new TextCache();
    private double[] numbers = new double[16];

    /** Reads the value at whose first token the parser stands, up to its last. */
    void read(JsonParser json, ColumnBuilder column, int row) {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            column.missing(row);
        } else if (column.takesJson()) {
            column.json(row, text(json));
        } else {
            readTyped(json, column, row, token);
        }
    }

    private void readTyped(JsonParser json, ColumnBuilder column, int row, JsonToken token) {
        switch (token) {
            case VALUE_STRING -> column.text(row, shared(json));
            case VALUE_NUMBER_INT -> readInteger(json, column, row);
            case VALUE_NUMBER_FLOAT -> column.number(row, number(json));
            case VALUE_TRUE -> column.truth(row, true);
            case VALUE_FALSE -> column.truth(row, false);
            case START_ARRAY -> readArray(json, column, row);
            default -> column.json(row, text(json));
        }
    }

    private String shared(JsonParser json) {
        return texts.text(json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    }

    private static double number(JsonParser json) {
        OptionalDouble plain =
                DecimalText.number(json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
        return plain.isPresent() ? plain.getAsDouble() : json.getDoubleValue();
    }

    private static void readInteger(JsonParser json, ColumnBuilder column, int row) {
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            column.number(row, json.getDoubleValue());
        } else {
            column.integer(row, json.getLongValue());
        }
    }

    private void readArray(JsonParser json, ColumnBuilder column, int row) {
        int length = 0;
        JsonToken token = json.nextToken();
        while (token == JsonToken.VALUE_NULL || token.isNumeric()) {
            numbers = length < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * length);
            numbers[length++] = token == JsonToken.VALUE_NULL ? Double.NaN : json.getDoubleValue();
            token = json.nextToken();
        }
        if (token == JsonToken.END_ARRAY) {
            column.vector(row, Arrays.copyOf(numbers, length));
        } else {
            column.json(row, mixed(json, length));
        }
    }

    /** The text of an array that began with so many numbers and goes on with something else, where the parser stands. */
    private String mixed(JsonParser json, int length) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = Json.MAPPER.createGenerator(text)) {
            generator.writeStartArray();
            for (int i = 0; i < length; i++) {
                write(generator, numbers[i]);
            }
            while (json.currentToken() != JsonToken.END_ARRAY) {
                generator.copyCurrentStructure(json);
                json.nextToken();
            }
            generator.writeEndArray();
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, double number) {
        if (Double.isNaN(number)) {
            generator.writeNull();
        } else if (Math.rint(number) == number && Math.abs(number) <= LARGEST_EXACT) {
            generator.writeNumber((long) number);
        } else {
            generator.writeNumber(number);
        }
    }

    /** The text of the value at whose first token the parser stands; moves to its last. */
    static String text(JsonParser json) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = Json.MAPPER.createGenerator(text)) {
            generator.copyCurrentStructure(json);
        }
        return text.toString();
    }
}
