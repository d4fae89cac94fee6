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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenScaleSuiteTest {
    private static final String KEY = "a key of the administrator for this test alone";

    @Test
    void passesOnAnEmptyServer(@TempDir Path data) throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (Server server =
                Server.start(configuration(data), new Announcements(new PrintWriter(Writer.nullWriter())))) {
            URI address = URI.create("http://127.0.0.1:" + server.port());
            new OpenScaleSuite(address, KEY, new PrintStream(told, true, StandardCharsets.UTF_8)).run();
        }
        assertThat(told.toString(StandardCharsets.UTF_8).lines()).hasSize(8).allMatch(line -> line.startsWith("ok"));
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
                Optional.of(KEY),
                "",
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                DamagePolicy.REFUSE);
    }
}
