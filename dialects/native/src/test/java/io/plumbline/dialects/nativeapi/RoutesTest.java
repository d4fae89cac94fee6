package io.plumbline.dialects.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.nativeapi.wire.BaselinesApi;
import io.plumbline.dialects.nativeapi.wire.ChecksApi;
import io.plumbline.dialects.nativeapi.wire.DatasetsApi;
import io.plumbline.dialects.nativeapi.wire.FilesApi;
import io.plumbline.dialects.nativeapi.wire.IncidentsApi;
import io.plumbline.dialects.nativeapi.wire.MeasurementsApi;
import io.plumbline.dialects.nativeapi.wire.MonitorsApi;
import io.plumbline.dialects.nativeapi.wire.PurgesApi;
import io.plumbline.http.Limits;
import io.plumbline.http.Routes;
import io.plumbline.http.Wire;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class RoutesTest {
    @Test
    void everyOperationIsMountedOnce() {
        Wire wire = NativeDialect.wire(Limits.DEFAULT);
        Routes routes = new Routes(wire);
        new NativeDialect(
                        unanswered(DatasetsApi.class),
                        unanswered(FilesApi.class),
                        unanswered(MonitorsApi.class),
                        unanswered(ChecksApi.class),
                        unanswered(MeasurementsApi.class),
                        unanswered(IncidentsApi.class),
                        unanswered(BaselinesApi.class),
                        unanswered(PurgesApi.class))
                .mount(routes, wire);
        assertThat(routes.operations().stream().map(operation -> operation.method() + " " + operation.path()))
                .containsExactlyInAnyOrderElementsOf(NativeContract.READ.operations().stream()
                        .map(operation -> operation.toString().replace(" /", " /api/v1/"))
                        .toList());
    }

    /** Mounting calls no operation, so each is answered by an interface without a body. */
    private static <T> T unanswered(Class<T> api) {
        return api.cast(
                Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, (proxy, method, arguments) -> {
                    throw new AssertionError("mounting calls " + method);
                }));
    }
}
