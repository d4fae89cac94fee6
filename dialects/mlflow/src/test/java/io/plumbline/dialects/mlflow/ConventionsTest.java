package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.testkit.Contract;
import io.plumbline.dialects.testkit.ConventionsSuite;
import java.nio.file.Path;
import java.util.Set;

/** What the generator and the readers of the contract rely on. */
class ConventionsTest extends ConventionsSuite {
    static final Contract READ = Contract.in(Path.of("openapi"));

    ConventionsTest() {
        super(READ, Set.of("ErrorReport"), Set.of());
    }
}
