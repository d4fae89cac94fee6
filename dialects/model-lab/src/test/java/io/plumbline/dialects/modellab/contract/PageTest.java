package io.plumbline.dialects.modellab.contract;

import io.plumbline.dialects.testkit.DialectPageSuite;
import java.nio.file.Path;

/** The page for users says of each operation what the contract says. */
class PageTest extends DialectPageSuite {
    PageTest() {
        super(ModelLabContract.READ, Path.of("../../docs/dialects/model-lab.md"));
    }
}
