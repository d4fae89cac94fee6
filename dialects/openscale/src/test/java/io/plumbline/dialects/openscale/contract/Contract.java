package io.plumbline.dialects.openscale.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contract of the dialect, read as the generator reads it. */
final class Contract {
    static final Path FOLDER = Path.of("openapi");

    private static final SwaggerParseResult READ = read();

    private Contract() {}

    /** What the parser found wrong. */
    static List<String> messages() {
        return READ.getMessages();
    }

    static OpenAPI tree() {
        return READ.getOpenAPI();
    }

    static List<Operation> operations() {
        return tree().getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                        .map(entry -> new Operation(entry.getKey().name(), path.getKey(), entry.getValue())))
                .toList();
    }

    static Operation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** All schemas that operations reach, by name. */
    @SuppressWarnings("rawtypes") // The library's own maps are raw.
    static Map<String, Schema> schemas() {
        return tree().getComponents().getSchemas();
    }

    /** The schema itself where another is a reference to it. */
    static Schema<?> resolved(Schema<?> schema) {
        return Optional.ofNullable(schema.get$ref())
                .map(Contract::referenced)
                .<Schema<?>>map(Contract::resolved)
                .orElse(schema);
    }

    private static Schema<?> referenced(String reference) {
        return Optional.ofNullable(schemas().get(reference.substring(reference.lastIndexOf('/') + 1)))
                .orElseThrow(() -> new AssertionError("no schema " + reference));
    }

    private static SwaggerParseResult read() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().readLocation(FOLDER.resolve("openapi.yaml").toString(), List.of(), options);
    }
}
