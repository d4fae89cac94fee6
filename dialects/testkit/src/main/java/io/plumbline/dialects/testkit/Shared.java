package io.plumbline.dialects.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Facts that lie beside the repository on some machines. Tests that need them are skipped elsewhere. */
public final class Shared {
    private Shared() {}

    /** The file or folder of this name; the test is skipped where it is not at hand. */
    public static Path path(String name) {
        Optional<Path> path = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve(name))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(path.isPresent(), "shared/" + name + " is not beside this repository");
        return path.orElseThrow();
    }
}
