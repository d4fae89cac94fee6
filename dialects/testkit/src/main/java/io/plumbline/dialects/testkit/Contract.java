package io.plumbline.dialects.testkit;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contract of a dialect, read as the generator reads it. */
public final class Contract {
    private final Path folder;
    private final SwaggerParseResult read;

    private Contract(Path folder, SwaggerParseResult read) {
        this.folder = folder;
        this.read = read;
    }

    /** The contract whose root is {@code openapi.yaml} in this folder. */
    public static Contract in(Path folder) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        String root = folder.resolve("openapi.yaml").toString();
        return new Contract(folder, new OpenAPIV3Parser().readLocation(root, List.of(), options));
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /** What the parser found wrong. */
    public List<String> messages() {
        return read.getMessages();
    }

    /** All of it. */
    public OpenAPI tree() {
        return read.getOpenAPI();
    }

    /** All operations. */
    public List<Operation> operations() {
        return tree().getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                        .map(entry -> new Operation(entry.getKey().name(), path.getKey(), entry.getValue())))
                .toList();
    }

    /** The operation of this name. */
    public Operation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** All schemas that operations reach, by name. */
    @SuppressWarnings("rawtypes") // The library's own maps are raw.
    public Map<String, Schema> schemas() {
        return tree().getComponents().getSchemas();
    }

    /** The schema itself where another is a reference to it. */
    public Schema<?> resolved(Schema<?> schema) {
        return Optional.ofNullable(schema.get$ref())
                .map(this::referenced)
                .<Schema<?>>map(this::resolved)
                .orElse(schema);
    }

    private Schema<?> referenced(String reference) {
        return Optional.ofNullable(schemas().get(reference.substring(reference.lastIndexOf('/') + 1)))
                .orElseThrow(() -> new AssertionError("no schema " + reference));
    }
}
