package io.plumbline.server.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dialect's contract, as the server publishes it.
 *
 * @param tree all of it
 */
public record DialectContract(JsonNode tree) {
    private static final Set<String> METHODS = Set.of("get", "head", "put", "post", "patch", "delete");

    /** The contract of the dialect of this name. */
    public static DialectContract of(String dialect) {
        String name = "/openapi/" + dialect + "/openapi.json";
        try (InputStream file = DialectContract.class.getResourceAsStream(name)) {
            return new DialectContract(JsonMapper.shared().readTree(Objects.requireNonNull(file, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below which path the server answers its operations: the first that it names, without those that have variables. */
    String prefix() {
        String first = tree.at("/servers/0/url").asString("");
        return first.equals("/") || first.contains("{") ? "" : first;
    }

    /** All operations. */
    public List<ContractOperation> operations() {
        return tree.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry -> new ContractOperation(
                                this, entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue())))
                .toList();
    }

    /** The operations that need a credential. */
    public Stream<ContractOperation> guarded() {
        return operations().stream().filter(operation -> !operation.isPublic());
    }

    /** The schema itself where another one is a reference to it. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolved(tree.at(reference.substring(1)));
    }
}
