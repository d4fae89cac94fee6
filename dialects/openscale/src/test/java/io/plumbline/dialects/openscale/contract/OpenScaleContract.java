package io.plumbline.dialects.openscale.contract;

import io.plumbline.dialects.testkit.Contract;
import java.nio.file.Path;

/** The contract of the dialect, read once. */
final class OpenScaleContract {
    static final Contract READ = Contract.in(Path.of("openapi"));

    private OpenScaleContract() {}
}
