package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.wire.SparkField;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the type of a column seems to be, from the values that were seen. */
enum InferredType {
    /** No value was seen. */
    NOTHING,
    BOOLEAN,
    INTEGER,
    LONG,
    DOUBLE,
    TIMESTAMP,
    NUMBERS,
    TEXTS,
    OBJECT,
    STRING;

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|NaN|[+-]?Infinity");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d.*)?");
    private static final int LONGEST_TIME = 40;

    /** The type that holds the values of both. */
    InferredType join(InferredType other) {
        if (this == other || other == NOTHING) {
            return this;
        }
        if (this == NOTHING) {
            return other;
        }
        if (isNumber() && other.isNumber()) {
            return compareTo(other) > 0 ? this : other;
        }
        return isArray() && other.isArray() ? TEXTS : STRING;
    }

    private boolean isNumber() {
        return this == INTEGER || this == LONG || this == DOUBLE;
    }

    private boolean isArray() {
        return this == NUMBERS || this == TEXTS;
    }

    /** The type of a value in JSON. */
    static InferredType of(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> NOTHING;
            case BOOLEAN -> BOOLEAN;
            case NUMBER -> number(value);
            case ARRAY -> value.valueStream().allMatch(JsonNode::isNumber) ? NUMBERS : TEXTS;
            case OBJECT -> OBJECT;
            case STRING, BINARY, POJO -> STRING;
        };
    }

    private static InferredType number(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            return DOUBLE;
        }
        return value.canConvertToInt() ? INTEGER : LONG;
    }

    /** The type of a value in a text, such as a field of CSV. */
    static InferredType of(String text) {
        String value = text.strip();
        if (value.isEmpty()) {
            return NOTHING;
        }
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return BOOLEAN;
        }
        if (WHOLE.matcher(value).matches()) {
            return whole(Long.parseLong(value));
        }
        if (NUMBER.matcher(value).matches()) {
            return DOUBLE;
        }
        if (isTime(value)) {
            return TIMESTAMP;
        }
        return value.startsWith("[") ? array(value) : STRING;
    }

    private static InferredType whole(long value) {
        return value == (int) value ? INTEGER : LONG;
    }

    private static boolean isTime(String value) {
        if (value.length() > LONGEST_TIME || !TIME.matcher(value).matches()) {
            return false;
        }
        String iso = value.replace(' ', 'T');
        return parses(() -> LocalDate.parse(iso))
                || parses(() -> LocalDateTime.parse(iso))
                || parses(() -> OffsetDateTime.parse(iso));
    }

    private static boolean parses(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException other) {
            return false;
        }
    }

    private static InferredType array(String value) {
        try {
            JsonNode tree = MAPPER.readTree(value);
            return tree.isArray() ? of(tree) : STRING;
        } catch (JacksonException noJson) {
            return STRING;
        }
    }

    /** A field of this name and type. */
    SparkField field(String name) {
        return SparkField.builder()
                .name(name)
                .type(sparkType())
                .nullable(true)
                .metadata(Map.of())
                .build();
    }

    private JsonNode sparkType() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (this) {
            case NOTHING, STRING -> json.stringNode("string");
            case BOOLEAN -> json.stringNode("boolean");
            case INTEGER -> json.stringNode("integer");
            case LONG -> json.stringNode("long");
            case DOUBLE -> json.stringNode("double");
            case TIMESTAMP -> json.stringNode("timestamp");
            case NUMBERS -> SparkTypes.arrayOf("double");
            case TEXTS -> SparkTypes.arrayOf("string");
            case OBJECT ->
                json.objectNode()
                        .put("keyType", "string")
                        .put("type", "map")
                        .put("valueContainsNull", true)
                        .put("valueType", "string");
        };
    }
}
