package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.testkit.ConventionsSuite;
import java.util.Set;

/** What the generator and the readers of the contract rely on. */
class ConventionsTest extends ConventionsSuite {
    ConventionsTest() {
        super(NativeContract.READ, Set.of("Problem"), Set.of());
    }
}
