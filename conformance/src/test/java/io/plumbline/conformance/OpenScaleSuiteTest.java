package io.plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.config.Configuration;
import io.plumbline.server.serve.Announcements;
import io.plumbline.server.serve.Server;
import io.plumbline.store.records.log.DamagePolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenScaleSuiteTest {
    private static final String KEY = "a key of the administrator for this test alone";

    @Test
    void passesOnAnEmptyServer(@TempDir Path data) throws IOException {
        Optional<Path> credit = credit();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (Server server =
                Server.start(configuration(data), new Announcements(new PrintWriter(Writer.nullWriter())))) {
            URI address = URI.create("http://127.0.0.1:" + server.port());
            new OpenScaleSuite(address, KEY, credit, new PrintStream(told, true, StandardCharsets.UTF_8)).run();
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

    private static Configuration configuration(Path data) {
        return new Configuration(
                0,
                "127.0.0.1",
                data.resolve("data"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                data.resolve("keys"),
                Optional.empty(),
                Optional.of(KEY),
                "",
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                DamagePolicy.REFUSE,
                Set.of(),
                Set.of("127.0.0.1"));
    }
}
