package io.plumbline.dialects.openscale.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Facts that lie beside the repository on some machines. Tests that need them are skipped elsewhere. */
final class Shared {
    private Shared() {}

    static String text(String name) throws IOException {
        Optional<Path> path = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve(name))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(path.isPresent(), "shared/" + name + " is not beside this repository");
        return Files.readString(path.orElseThrow());
    }
}
