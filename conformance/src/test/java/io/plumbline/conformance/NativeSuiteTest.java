package io.plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeSuiteTest {
    @Test
    void passesOnAnEmptyServer(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (SuiteServer server = SuiteServer.start(folder)) {
            new NativeSuite(server.address(), SuiteServer.KEY, new PrintStream(told, true, StandardCharsets.UTF_8))
                    .run();
        }
        assertThat(told.toString(StandardCharsets.UTF_8).lines()).hasSize(7).allMatch(line -> line.startsWith("ok"));
    }
}
