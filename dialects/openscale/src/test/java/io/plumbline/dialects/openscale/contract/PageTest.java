package io.plumbline.dialects.openscale.contract;

import io.plumbline.dialects.testkit.DialectPageSuite;
import java.nio.file.Path;

/** The page for users says of each operation what the contract says. */
class PageTest extends DialectPageSuite {
    PageTest() {
        super(OpenScaleContract.READ, Path.of("../../docs/dialects/openscale.md"));
    }
}
