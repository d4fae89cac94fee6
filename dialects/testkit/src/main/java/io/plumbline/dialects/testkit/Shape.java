package io.plumbline.dialects.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.media.Schema;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares JSON with a schema of the contract, as strictly as the schema can be read: a field that it does not name is a mistake. */
public final class Shape {
    private final Contract contract;

    /** By the schemas of this contract. */
    public Shape(Contract contract) {
        this.contract = contract;
    }

    /** Every mistake, with the place it is at. */
    public List<String> mistakes(String schema, JsonNode json) {
        return check(new Schema<>().$ref(schema), json, schema).toList();
    }

    private Stream<String> check(Schema<?> reference, JsonNode json, String place) {
        Schema<?> schema = contract.resolved(reference);
        if (schema.getType() == null) {
            return Stream.empty();
        }
        if (json.isNull()) {
            return Boolean.TRUE.equals(schema.getNullable()) ? Stream.empty() : Stream.of(place + " is null");
        }
        return switch (schema.getType()) {
            case "object" -> json.isObject() ? object(schema, json, place) : wrong(schema, json, place);
            case "array" -> json.isArray() ? array(schema, json, place) : wrong(schema, json, place);
            default -> scalar(schema, json) ? Stream.empty() : wrong(schema, json, place);
        };
    }

    private Stream<String> object(Schema<?> schema, JsonNode json, String place) {
        Stream<String> missing = Optional.ofNullable(schema.getRequired()).stream()
                .flatMap(List::stream)
                .filter(name -> !json.has(name))
                .map(name -> place + "." + name + " is missing");
        return Stream.concat(missing, json.propertyStream().flatMap(field -> field(schema, field, place)));
    }

    private Stream<String> field(Schema<?> schema, Map.Entry<String, JsonNode> field, String place) {
        String where = place + "." + field.getKey();
        return declared(schema, field.getKey())
                .map(declared -> check(declared, field.getValue(), where))
                .orElseGet(() -> open(schema) ? Stream.empty() : Stream.of(where + " is unknown"));
    }

    private static Optional<Schema<?>> declared(Schema<?> schema, String name) {
        return property(schema, name)
                .or(() -> schema.getAdditionalProperties() instanceof Schema<?> values
                        ? Optional.of(values)
                        : Optional.empty());
    }

    private static Optional<Schema<?>> property(Schema<?> schema, String name) {
        if (schema.getProperties() == null) {
            return Optional.empty();
        }
        Schema<?> property = schema.getProperties().get(name);
        return Optional.ofNullable(property);
    }

    private static boolean open(Schema<?> schema) {
        return Boolean.TRUE.equals(schema.getAdditionalProperties());
    }

    private Stream<String> array(Schema<?> schema, JsonNode json, String place) {
        return IntStream.range(0, json.size())
                .boxed()
                .flatMap(i -> check(schema.getItems(), json.path(i), place + "[" + i + "]"));
    }

    private static boolean scalar(Schema<?> schema, JsonNode json) {
        return switch (schema.getType()) {
            case "string" -> json.isTextual() && allowed(schema, json.textValue()) && formed(schema, json.textValue());
            case "integer" -> json.isIntegralNumber();
            case "number" -> json.isNumber();
            case "boolean" -> json.isBoolean();
            default -> throw new AssertionError("no type " + schema.getType());
        };
    }

    private static boolean allowed(Schema<?> schema, String text) {
        return schema.getEnum() == null || schema.getEnum().contains(text);
    }

    private static boolean formed(Schema<?> schema, String text) {
        return !"date-time".equals(schema.getFormat()) || isMoment(text);
    }

    private static boolean isMoment(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Stream<String> wrong(Schema<?> schema, JsonNode json, String place) {
        return Stream.of(place + " is " + json + ", expected " + schema.getType());
    }
}
