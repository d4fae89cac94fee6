package io.plumbline.server.nativeapi;

import io.plumbline.server.dialect.FuzzSuite;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.Samples;

/** Whatever is sent to an operation of the contract, the answer is never an error inside the server. */
class FuzzTest extends FuzzSuite {
    FuzzTest() {
        super("native");
    }

    @Override
    protected Samples samples(RunningServer on) {
        return Watched.in(on);
    }
}
