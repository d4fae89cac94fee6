package io.plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenScaleSuiteTest {
    @Test
    void passesOnAnEmptyServer(@TempDir Path data) throws IOException {
        Optional<Path> credit = credit();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (SuiteServer server = SuiteServer.start(data)) {
            new OpenScaleSuite(
                            server.address(),
                            SuiteServer.KEY,
                            credit,
                            new PrintStream(told, true, StandardCharsets.UTF_8))
                    .run();
        }
        assertThat(told.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("ok")))
                .hasSize(credit.isPresent() ? 20 : 10);
        assertThat(told.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("skipped")))
                .hasSize(credit.isPresent() ? 0 : 1);
    }

    /** The German credit data lies beside the repository on some machines. */
    private static Optional<Path> credit() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/data/german-credit"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
