package io.plumbline.dialects.openscale.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.openscale.OpenScaleDialect;
import io.plumbline.dialects.testkit.Operation;
import io.plumbline.http.Limits;
import io.plumbline.http.Routes;
import io.plumbline.http.Wire;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is mounted is what the contract says, below each prefix, and nothing else. */
class MountingTest {
    @Test
    void everyOperationIsMountedOnceBelowEachPrefix() throws ReflectiveOperationException {
        Wire wire = OpenScaleDialect.wire(Limits.DEFAULT);
        Routes routes = new Routes(wire);
        dialect().mount(routes, wire);

        List<String> expected = Stream.of("", "/{instance}", "/openscale/{instance}")
                .flatMap(prefix ->
                        OpenScaleContract.READ.operations().stream().map(operation -> described(prefix, operation)))
                .toList();
        assertThat(routes.operations().stream()
                        .map(operation -> String.join(
                                " ",
                                operation.id(),
                                operation.method(),
                                operation.path(),
                                operation.permission().label())))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).hasSize(3 * 108);
    }

    private static String described(String prefix, Operation operation) {
        return String.join(" ", operation.id(), operation.method(), prefix + operation.path(), operation.permission());
    }

    /** Mounting calls no operation, so each is answered by an interface without a body. */
    private static OpenScaleDialect dialect() throws ReflectiveOperationException {
        Class<?>[] apis = OpenScaleDialect.class.getDeclaredConstructors()[0].getParameterTypes();
        Constructor<OpenScaleDialect> constructor = OpenScaleDialect.class.getDeclaredConstructor(apis);
        return constructor.newInstance(
                Arrays.stream(apis).map(MountingTest::unanswered).toArray());
    }

    private static Object unanswered(Class<?> api) {
        return Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, (proxy, method, arguments) -> {
            throw new AssertionError("mounting calls " + method);
        });
    }
}
