package io.plumbline.dialects.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.nativeapi.wire.DatasetsApi;
import io.plumbline.dialects.nativeapi.wire.FilesApi;
import io.plumbline.dialects.nativeapi.wire.PurgesApi;
import io.plumbline.dialects.testkit.Contract;
import io.plumbline.dialects.testkit.ConventionsSuite;
import io.plumbline.http.Limits;
import io.plumbline.http.Routes;
import io.plumbline.http.Wire;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the generator, the readers of the contract and the page for users rely on. */
class ContractTest extends ConventionsSuite {
    private static final Contract READ = Contract.in(Path.of("openapi"));

    ContractTest() {
        super(READ, Set.of("Problem"), Set.of());
    }

    @Test
    void failuresAreProblemDetails() {
        assertThat(READ.tree().getComponents().getResponses().values())
                .allSatisfy(answer -> assertThat(answer.getContent()).containsOnlyKeys("application/problem+json"));
    }

    @Test
    void everyOperationIsMountedOnce() {
        Wire wire = NativeDialect.wire(Limits.DEFAULT);
        Routes routes = new Routes(wire);
        new NativeDialect(unanswered(DatasetsApi.class), unanswered(FilesApi.class), unanswered(PurgesApi.class))
                .mount(routes, wire);
        assertThat(routes.operations().stream().map(operation -> operation.method() + " " + operation.path()))
                .containsExactlyInAnyOrderElementsOf(READ.operations().stream()
                        .map(operation -> operation.toString().replace(" /", " /api/v1/"))
                        .toList());
    }

    @Test
    void thePageForUsersNamesEveryOperation() throws IOException {
        String page = Files.readString(Path.of("../../docs/dialects/native.md"));
        assertThat(READ.operations())
                .allSatisfy(
                        operation -> assertThat(page).contains("| `" + operation.id() + "` | `" + operation + "` |"));
    }

    /** Mounting calls no operation, so each is answered by an interface without a body. */
    private static <T> T unanswered(Class<T> api) {
        return api.cast(
                Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, (proxy, method, arguments) -> {
                    throw new AssertionError("mounting calls " + method);
                }));
    }
}
