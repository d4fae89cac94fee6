package io.plumbline.server.openscale;

import io.plumbline.domain.identity.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operation of a dialect's contract, as the server publishes it.
 *
 * @param contract that it stands in
 * @param prefix below which its dialect answers
 * @param method in upper case
 * @param template its path in the contract, with the names of its parameters in braces
 * @param description what the contract says of it
 */
public record ContractOperation(
        JsonNode contract, String prefix, String method, String template, JsonNode description) {
    private static final Set<String> METHODS = Set.of("get", "head", "put", "post", "patch", "delete");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final List<ContractOperation> OPEN_SCALE = operations("openscale", "");
    private static final List<ContractOperation> MLFLOW = operations("mlflow", "/api/2.0");
    private static final List<ContractOperation> NATIVE = operations("native", "/api/v1");

    /** Those of OpenScale's dialect. */
    public static List<ContractOperation> ofOpenScale() {
        return OPEN_SCALE;
    }

    /** Those of MLflow's dialect. */
    public static List<ContractOperation> ofMlflow() {
        return MLFLOW;
    }

    /** Those of OpenScale's dialect and of our own. */
    public static List<ContractOperation> all() {
        return Stream.concat(OPEN_SCALE.stream(), NATIVE.stream()).toList();
    }

    private static List<ContractOperation> operations(String dialect, String prefix) {
        JsonNode contract = read("/openapi/" + dialect + "/openapi.json");
        return contract.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry -> new ContractOperation(
                                contract,
                                prefix,
                                entry.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                entry.getValue())))
                .toList();
    }

    private static JsonNode read(String resource) {
        try (InputStream file = ContractOperation.class.getResourceAsStream(resource)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema itself where another one is a reference to it. */
    public JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolved(contract.at(reference.substring(1)));
    }

    /** The path, with the names of its parameters in braces. */
    public String path() {
        return prefix + template;
    }

    public Permission permission() {
        String label = description.path("x-permission").asString();
        return Permission.valueOf(label.toUpperCase(Locale.ROOT).replace('.', '_'));
    }

    public boolean isAbsent() {
        return description.has("x-absent");
    }

    public boolean isPublic() {
        return permission() == Permission.PUBLIC;
    }

    /** The path with these values of its parameters. */
    public String path(UnaryOperator<String> values) {
        return PARAMETER.matcher(path()).replaceAll(found -> values.apply(found.group(1)));
    }

    public List<String> queryParameters() {
        Stream<JsonNode> own = description.path("parameters").valueStream();
        Stream<JsonNode> shared =
                contract.path("paths").path(template).path("parameters").valueStream();
        return Stream.concat(own, shared)
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    /** The schema of its JSON body, if it takes one. */
    public Optional<JsonNode> jsonBody() {
        JsonNode schema = description
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return Optional.of(schema).filter(found -> !found.isMissingNode()).map(this::resolved);
    }

    @Override
    public String toString() {
        return method + " " + path();
    }
}
