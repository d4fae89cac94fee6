package io.plumbline.dialects.openscale.models;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.ValueType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Types as Spark names them, and the types that their values are stored as. */
final class SparkTypes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern SIZE = Pattern.compile("\\s*\\(.*\\)$");

    private SparkTypes() {}

    /**
     * The type as which values of a Spark type are stored.
     *
     * @param where the field that holds the type, for messages
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where Spark has no such type
     */
    static ValueType stored(@Nullable JsonNode type, String where) {
        return storedIfKnown(type)
                .orElseThrow(() -> PlumblineException.invalid(
                        where,
                        "the field " + where
                                + " must be a type of Spark, such as \"string\", \"integer\", \"long\", \"double\", \"boolean\", \"timestamp\""
                                + " or {\"type\":\"array\",\"elementType\":\"double\",\"containsNull\":true}"));
    }

    /** The type as which values of a Spark type are stored, or empty where Spark has no such type. */
    static Optional<ValueType> storedIfKnown(@Nullable JsonNode type) {
        if (type != null && type.isString()) {
            return named(type.stringValue());
        }
        return type != null && type.isObject() ? nested(type) : Optional.empty();
    }

    private static Optional<ValueType> named(String name) {
        String plain = SIZE.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        return Optional.ofNullable(
                switch (plain) {
                    case "string", "varchar", "char" -> ValueType.TEXT;
                    case "byte", "tinyint", "short", "smallint", "integer", "int", "long", "bigint" ->
                        ValueType.INTEGER;
                    case "float", "real", "double", "decimal", "numeric" -> ValueType.NUMBER;
                    case "boolean" -> ValueType.BOOLEAN;
                    case "timestamp", "timestamp_ntz", "date" -> ValueType.TIMESTAMP;
                    case "binary" -> ValueType.BINARY;
                    case "vector" -> ValueType.VECTOR;
                    default -> null;
                });
    }

    private static Optional<ValueType> nested(JsonNode type) {
        return Optional.ofNullable(
                switch (type.path("type").asString("")) {
                    case "array" -> array(type.path("elementType"));
                    case "udt" -> vector(type.path("class").asString("")) ? ValueType.VECTOR : ValueType.JSON;
                    case "map", "struct" -> ValueType.JSON;
                    default -> null;
                });
    }

    private static @Nullable ValueType array(JsonNode element) {
        return storedIfKnown(element)
                .map(stored ->
                        stored == ValueType.NUMBER || stored == ValueType.INTEGER ? ValueType.VECTOR : ValueType.JSON)
                .orElse(null);
    }

    private static boolean vector(String className) {
        return className.endsWith("VectorUDT");
    }

    /** The Spark type for values that are stored so. */
    static JsonNode of(ValueType stored) {
        return switch (stored) {
            case TEXT -> JSON.stringNode("string");
            case INTEGER -> JSON.stringNode("long");
            case NUMBER -> JSON.stringNode("double");
            case BOOLEAN -> JSON.stringNode("boolean");
            case TIMESTAMP -> JSON.stringNode("timestamp");
            case BINARY -> JSON.stringNode("binary");
            case VECTOR -> arrayOf("double");
            case JSON -> arrayOf("string");
        };
    }

    /** The type of arrays of such elements. */
    static ObjectNode arrayOf(String element) {
        return JSON.objectNode()
                .put("containsNull", true)
                .put("elementType", element)
                .put("type", "array");
    }
}
