package io.plumbline.server.nativeapi;

import io.plumbline.server.dialect.FuzzSuite;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.Samples;
import io.plumbline.server.openscale.Workspace;

/** Whatever is sent to an operation of the contract, the answer is never an error inside the server. */
class FuzzTest extends FuzzSuite {
    FuzzTest() {
        super("native");
    }

    @Override
    protected Samples samples(RunningServer on) {
        return Workspace.in(on);
    }
}
