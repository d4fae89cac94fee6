package io.plumbline.server.nativeapi;

import io.plumbline.server.dialect.PermissionSuite;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.Samples;

/** Every operation of the contract, called by nobody, by every role, and by the administrator of another organization. */
class PermissionsTest extends PermissionSuite {
    PermissionsTest() {
        super("native", 19, 14);
    }

    @Override
    protected Samples samples(RunningServer on) {
        return Watched.in(on);
    }
}
