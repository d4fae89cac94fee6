package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.testkit.Contract;
import java.nio.file.Path;

/** The contract of the dialect, read once. */
final class NativeContract {
    static final Contract READ = Contract.in(Path.of("openapi"));

    private NativeContract() {}
}
