package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with two carriers of virtual threads, whose files of records are pipes that nobody writes to: who opens one waits for ever. */
class LongQuestionsTest {
    private static final String KEY = "sesame-open";
    private static final Map<String, String> TWO_CARRIERS =
            Map.of("PLUMBLINE_ADMIN_KEY", KEY, "JAVA_TOOL_OPTIONS", "-Djdk.virtualThreadScheduler.parallelism=2");
    private static final int QUESTIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path data;

    @Test
    void questionsThatTakeLongHoldUpNobodyElse() throws Exception {
        String dataSet = fill();
        replaceByPipes();
        try (HttpClient client = HttpClient.newHttpClient();
                ServerProgram server = ServerProgram.start(TWO_CARRIERS, data)) {
            URI records = server.address("/v2/data_sets/" + dataSet + "/records");
            List<CompletableFuture<?>> questions = new ArrayList<>();
            for (int i = 0; i < QUESTIONS; i++) {
                questions.add(client.sendAsync(asked(records), BodyHandlers.discarding()));
            }
            for (int i = 0; i < 20; i++) {
                Thread.sleep(50);
                HttpRequest health = HttpRequest.newBuilder(server.address("/health"))
                        .timeout(PATIENCE)
                        .build();
                assertThat(client.send(health, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(200);
            }
            assertThat(questions).as("questions that wait").noneMatch(CompletableFuture::isDone);
        }
    }

    private String fill() throws IOException, InterruptedException {
        try (ServerProgram server = ServerProgram.start(TWO_CARRIERS, data);
                OpenScaleClient client = new OpenScaleClient(server.address("/"), KEY)) {
            String dataSet = client.makeDataSet();
            String records = "/v2/data_sets/" + dataSet + "/records";
            assertThat(client.post(records, "[{\"fields\": [\"id\", \"amount\"], \"values\": [[\"a\", 1.5]]}]")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(client.get(records).get("records").size()).isOne();
            return dataSet;
        }
    }

    private void replaceByPipes() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(data.resolve("records"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".parquet")).toList()) {
                Files.delete(file);
                assumeTrue(new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0, "mkfifo works");
            }
        }
    }

    private static HttpRequest asked(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + KEY)
                .build();
    }
}
