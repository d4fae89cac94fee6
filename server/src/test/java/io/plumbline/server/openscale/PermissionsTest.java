package io.plumbline.server.openscale;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.dialect.PermissionSuite;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every operation of the contract, called by nobody, by every role, and by the administrator of another organization. */
class PermissionsTest extends PermissionSuite {
    PermissionsTest() {
        super("openscale", 100, 26);
    }

    @Override
    protected Samples samples(RunningServer on) {
        return Workspace.in(on);
    }

    @Test
    void nobodyIsRefusedBelowAnInstance() {
        String prefix = "/openscale/" + Workspace.instance(RunningServer.OURS);
        assertThat(guarded())
                .allSatisfy(operation -> assertThat(server().call(
                                        null,
                                        operation.method(),
                                        prefix + samples().path(operation),
                                        "{}")
                                .status())
                        .isEqualTo(401));
    }

    @Test
    void theInstanceOfAnotherOrganizationIsNotFound() {
        assertThat(guarded()).allSatisfy(operation -> {
            for (String prefix : List.of("/", "/openscale/")) {
                String path = prefix
                        + Workspace.instance(RunningServer.OURS)
                        + samples().path(operation);
                assertThat(server().call(RunningServer.STRANGER, operation.method(), path, "{}")
                                .status())
                        .as(path)
                        .isEqualTo(404);
            }
        });
    }
}
