package io.plumbline.conformance;

import io.plumbline.server.config.Configuration;
import io.plumbline.server.serve.Announcements;
import io.plumbline.server.serve.Server;
import io.plumbline.store.records.log.DamagePolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** An empty server of this build. */
record SuiteServer(Server server) implements AutoCloseable {
    static final String KEY = "a key of the administrator for this test alone";

    static SuiteServer start(Path folder) throws IOException {
        return new SuiteServer(
                Server.start(configuration(folder), new Announcements(new PrintWriter(Writer.nullWriter()))));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private static Configuration configuration(Path folder) {
        return new Configuration(
                0,
                "127.0.0.1",
                folder.resolve("data"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                folder.resolve("keys"),
                Optional.empty(),
                Optional.of(KEY),
                "",
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                DamagePolicy.REFUSE,
                Set.of(),
                Set.of("127.0.0.1"));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
