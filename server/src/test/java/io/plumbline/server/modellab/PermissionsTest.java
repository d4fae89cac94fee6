package io.plumbline.server.modellab;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.dialect.ContractOperation;
import io.plumbline.server.dialect.PermissionSuite;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.Samples;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** Every operation of the contract, called by nobody, by every role, and by the administrator of another organization. */
class PermissionsTest extends PermissionSuite {
    private static final String API_KEY = "DD-API-KEY";
    private static final String APPLICATION_KEY = "DD-APPLICATION-KEY";

    PermissionsTest() {
        super("model-lab", 16, 5);
    }

    @Override
    protected Samples samples(RunningServer on) {
        return LabSamples.in(on);
    }

    private int status(ContractOperation operation, String... headers) {
        return server().send(server().request(samples().target(operation))
                        .headers(headers)
                        .method(operation.method(), BodyPublishers.noBody()))
                .statusCode();
    }

    @Test
    void theApplicationKeyIsTheSecret() {
        assertThat(guarded().filter(operation -> operation.method().equals("GET")))
                .allSatisfy(operation -> {
                    String key = RunningServer.VIEWER + "-key";
                    assertThat(status(operation, API_KEY, "any", APPLICATION_KEY, key))
                            .isEqualTo(200);
                    assertThat(status(operation, API_KEY, key, APPLICATION_KEY, "any"))
                            .isEqualTo(401);
                    assertThat(status(operation, API_KEY, key)).isEqualTo(401);
                    assertThat(status(operation, APPLICATION_KEY, key)).isEqualTo(401);
                });
    }
}
