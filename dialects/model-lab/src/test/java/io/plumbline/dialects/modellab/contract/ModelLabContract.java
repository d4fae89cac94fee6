package io.plumbline.dialects.modellab.contract;

import io.plumbline.dialects.testkit.Contract;
import java.nio.file.Path;

/** The contract of the dialect, read once. */
final class ModelLabContract {
    static final Contract READ = Contract.in(Path.of("openapi"));

    private ModelLabContract() {}
}
