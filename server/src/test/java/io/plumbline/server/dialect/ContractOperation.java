package io.plumbline.server.dialect;

import io.plumbline.domain.identity.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An operation of a dialect's contract, as the server publishes it.
 *
 * @param contract that has it
 * @param method in upper case
 * @param template its path in the contract, with the names of its parameters in braces
 * @param description what the contract says of it
 */
public record ContractOperation(DialectContract contract, String method, String template, JsonNode description) {
    private static final String JSON = "application/json";
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** Where the server answers it, with the names of its parameters in braces. */
    public String path() {
        return contract.prefix() + template;
    }

    /** What it asks for. */
    public Permission permission() {
        String label = description.path("x-permission").asString();
        return Permission.valueOf(label.toUpperCase(Locale.ROOT).replace('.', '_'));
    }

    /** Whether it only answers that it is absent. */
    public boolean isAbsent() {
        return description.has("x-absent");
    }

    /** Whether it needs no credential. */
    public boolean isPublic() {
        return permission() == Permission.PUBLIC;
    }

    /** The path with these values of its parameters. */
    public String path(UnaryOperator<String> values) {
        return PARAMETER.matcher(path()).replaceAll(found -> values.apply(found.group(1)));
    }

    /** The names of its query parameters. */
    public List<String> queryParameters() {
        Stream<JsonNode> own = description.path("parameters").valueStream();
        Stream<JsonNode> shared =
                contract.tree().path("paths").path(template).path("parameters").valueStream();
        return Stream.concat(own, shared)
                .map(contract::resolved)
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    /** The schema of its JSON body, if it takes one. */
    public Optional<JsonNode> jsonBody() {
        JsonNode schema =
                description.path("requestBody").path("content").path(JSON).path("schema");
        return Optional.of(schema).filter(found -> !found.isMissingNode()).map(contract::resolved);
    }

    /** The type of a body that it takes: JSON, unless it takes another one only. */
    public String bodyType() {
        JsonNode types = description.path("requestBody").path("content");
        return types.isEmpty() || types.has(JSON)
                ? JSON
                : types.propertyNames().iterator().next();
    }

    /** A body that it takes; an empty list where it takes none. */
    public String sampleBody() {
        return jsonBody()
                .map(schema -> SampleBody.of(contract, schema).toString())
                .orElse("[]");
    }

    @Override
    public String toString() {
        return method + " " + path();
    }
}
