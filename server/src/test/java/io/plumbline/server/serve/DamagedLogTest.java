package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log whose acknowledged records are damaged: the server says so and does not start, unless it is told to go on without them. */
class DamagedLogTest {
    private static final String KEY = "sesame-open";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PLUMBLINE_ADMIN_KEY", KEY, "PLUMBLINE_ACCESS_LOG", "");

    @TempDir
    private Path folder;

    @Test
    void itIsRefusedByNameAndSetAsideWhereThatIsAskedFor() throws Exception {
        String dataSet = killedWithRecords();
        Path damaged = damage();

        try (ServerProgram server = ServerProgram.start(ENVIRONMENT, folder)) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.errors())
                    .startsWith("plumbline: The intake log is damaged")
                    .contains(damaged.toString(), "--damaged-log set-aside")
                    .doesNotContain("\tat ");
        }
        try (ServerProgram server = ServerProgram.start(ENVIRONMENT, folder, "--damaged-log", "set-aside");
                OpenScaleClient client = new OpenScaleClient(server.address("/"), KEY)) {
            assertThat(server.output()).anyMatch(line -> line.startsWith("Recovery: ") && line.contains("damaged"));
            assertThat(client.get("/v2/data_sets/" + dataSet + "/records").get("records"))
                    .extracting(record -> record.at("/metadata/id").asString())
                    .containsExactlyInAnyOrder("r1", "r2");
        }
    }

    /** Three batches, of which none is in a file yet. */
    private String killedWithRecords() throws IOException, InterruptedException {
        try (ServerProgram server = ServerProgram.start(ENVIRONMENT, folder);
                OpenScaleClient client = new OpenScaleClient(server.address("/"), KEY)) {
            String dataSet = client.makeDataSet();
            for (int record = 0; record < 3; record++) {
                client.make(
                        "/v2/data_sets/" + dataSet + "/records",
                        "[{\"id\":\"r" + record + "\",\"at\":\"2026-01-01T00:00:00Z\",\"amount\":1,\"kind\":\"k\"}]");
            }
            server.kill();
            return dataSet;
        }
    }

    /** Changes a byte of the first batch. */
    private Path damage() throws IOException {
        Path segment = segment();
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            long at = new String(Files.readAllBytes(segment), StandardCharsets.ISO_8859_1).indexOf("r0");
            assertThat(at).isPositive();
            file.seek(at);
            file.write('x');
        }
        return segment;
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> segments =
                    files.filter(file -> file.toString().endsWith(".log")).toList();
            assertThat(segments).hasSize(1);
            return segments.getFirst();
        }
    }
}
