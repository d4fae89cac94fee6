package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.testkit.DialectPageSuite;
import java.nio.file.Path;

/** The page for users says of each operation what the contract says. */
class PageTest extends DialectPageSuite {
    PageTest() {
        super(NativeContract.READ, Path.of("../../docs/dialects/native.md"));
    }
}
