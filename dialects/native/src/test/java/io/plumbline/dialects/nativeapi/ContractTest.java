package io.plumbline.dialects.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.nativeapi.wire.DatasetsApi;
import io.plumbline.dialects.nativeapi.wire.FilesApi;
import io.plumbline.domain.identity.Permission;
import io.plumbline.http.Limits;
import io.plumbline.http.Routes;
import io.plumbline.http.Wire;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the generator, the readers of the contract and the page for users rely on. */
class ContractTest {
    private static final SwaggerParseResult READ = read();

    private static SwaggerParseResult read() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().readLocation("openapi/openapi.yaml", List.of(), options);
    }

    /** Operations by method and path. */
    private static Map<String, Operation> operations() {
        OpenAPI tree = READ.getOpenAPI();
        Map<String, Operation> operations = new TreeMap<>();
        tree.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operations.put(method + " " + path, operation)));
        return operations;
    }

    @Test
    void theTreeResolvesWithoutMessages() {
        assertThat(READ.getMessages()).isEmpty();
    }

    @Test
    void eachOperationHasOneTagAPermissionAndItsFailures() {
        List<String> permissions =
                Arrays.stream(Permission.values()).map(Permission::label).toList();
        assertThat(operations()).hasSizeGreaterThan(2).allSatisfy((name, operation) -> {
            assertThat(operation.getTags()).as(name).hasSize(1);
            assertThat(operation.getExtensions().get("x-permission")).as(name).isIn(permissions);
            assertThat(operation.getResponses().keySet())
                    .as(name)
                    .contains("400", "401", "403", "500")
                    .anyMatch(status -> status.startsWith("2"));
        });
    }

    @Test
    void failuresAreProblemDetails() {
        assertThat(READ.getOpenAPI().getComponents().getResponses().values())
                .allSatisfy(answer -> assertThat(answer.getContent()).containsOnlyKeys("application/problem+json"));
    }

    @Test
    void everyOperationIsMountedOnce() {
        Wire wire = NativeDialect.wire(Limits.DEFAULT);
        Routes routes = new Routes(wire);
        new NativeDialect(unanswered(DatasetsApi.class), unanswered(FilesApi.class)).mount(routes, wire);
        assertThat(routes.operations().stream().map(operation -> operation.method() + " " + operation.path()))
                .containsExactlyInAnyOrderElementsOf(operations().keySet().stream()
                        .map(operation -> operation.replace(" /", " /api/v1/"))
                        .toList());
    }

    @Test
    void thePageForUsersNamesEveryOperation() throws IOException {
        String page = Files.readString(Path.of("../../docs/dialects/native.md"));
        assertThat(operations())
                .allSatisfy((name, operation) ->
                        assertThat(page).contains("| `" + operation.getOperationId() + "` | `" + name + "` |"));
    }

    /** Mounting calls no operation, so each is answered by an interface without a body. */
    private static <T> T unanswered(Class<T> api) {
        return api.cast(
                Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, (proxy, method, arguments) -> {
                    throw new AssertionError("mounting calls " + method);
                }));
    }
}
