package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that break off, by their client or by the end of the server: nothing of them is seen, and their room is given back. */
class ArtifactCrashTest {
    private static final String KEY = "sesame-open";
    private static final String MLFLOW = "/api/2.0/mlflow/";
    private static final int LARGE = 20_000_003;

    /** The file that says whose folder it is. */
    private static final String MARK = "0".repeat(24);

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Map<String, String> environment = Map.of("PLUMBLINE_ADMIN_KEY", KEY, "PLUMBLINE_ACCESS_LOG", "");
    private String run = "";
    private String place = "";

    private ServerProgram start() throws IOException, InterruptedException {
        ServerProgram server = ServerProgram.start(environment, folder.resolve("data"));
        assertThat(server.isListening()).as(server.errors()).isTrue();
        return server;
    }

    private void makeRun(ServerProgram server) throws IOException, InterruptedException {
        try (OpenScaleClient client = new OpenScaleClient(server.address("/"), KEY)) {
            run = client.make(MLFLOW + "runs/create", "{}")
                    .at("/run/info/run_id")
                    .asString();
            place = "/api/2.0/mlflow-artifacts/artifacts/1/" + run + "/artifacts/";
        }
    }

    private void assertNothingIsSeen(ServerProgram server) throws IOException, InterruptedException {
        try (OpenScaleClient client = new OpenScaleClient(server.address("/"), KEY)) {
            assertThat(client.get(MLFLOW + "artifacts/list?run_id=" + run).path("files"))
                    .isEmpty();
        }
        assertThat(send(request(server, "half.bin").GET()).statusCode()).isEqualTo(404);
    }

    private HttpRequest.Builder request(ServerProgram server, String path) {
        return HttpRequest.newBuilder(server.address(place + path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/octet-stream");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private void uploadsWhole(ServerProgram server) throws IOException, InterruptedException {
        byte[] content = new byte[LARGE];
        new Random(1).nextBytes(content);
        assertThat(send(request(server, "a/whole.bin").PUT(BodyPublishers.ofByteArray(content)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(request(server, "a/whole.bin").GET()).body()).isEqualTo(content);
        HttpResponse<byte[]> part = send(request(server, "a/whole.bin")
                .header("Range", "bytes=9000000-9000002")
                .GET());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).containsExactly(content[9_000_000], content[9_000_001], content[9_000_002]);
    }

    /** All files of the folder of artifacts, whole ones and those on their way; looked for again where one goes meanwhile. */
    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder.resolve("data/artifacts"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(MARK))
                    .toList();
        } catch (UncheckedIOException gone) {
            return files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aClientThatGoesAwayLeavesNothing() throws Exception {
        try (ServerProgram server = start()) {
            makeRun(server);
            try (HalfUpload _ = HalfUpload.begin(server.address(place + "half.bin"), KEY)) {
                HalfUpload.await("the upload is on its way", () -> files().size() == 1);
                assertNothingIsSeen(server);
            }
            HalfUpload.await("its room is given back", () -> files().isEmpty());
            assertNothingIsSeen(server);
            uploadsWhole(server);
        }
    }

    @Test
    void aServerThatIsKilledGivesTheRoomBackAtItsNextStart() throws Exception {
        try (ServerProgram server = start()) {
            makeRun(server);
            try (HalfUpload _ = HalfUpload.begin(server.address(place + "half.bin"), KEY)) {
                HalfUpload.await("the upload is on its way", () -> files().size() == 1);
                server.kill();
            }
        }
        assertThat(files()).hasSize(1);
        try (ServerProgram server = start()) {
            assertThat(files()).isEmpty();
            assertNothingIsSeen(server);
            uploadsWhole(server);
            assertThat(files()).hasSize(1);
        }
    }

    @Test
    void soItIsWithABucket() throws Exception {
        try (BucketOfArtifacts bucket = BucketOfArtifacts.in(Files.createDirectory(folder.resolve("s3")))) {
            environment = new HashMap<>(environment);
            environment.putAll(bucket.settings());
            try (ServerProgram server = start()) {
                makeRun(server);
                try (HalfUpload _ = HalfUpload.begin(server.address(place + "half.bin"), KEY)) {
                    HalfUpload.await("the first part is there", () -> bucket.hasUnfinishedUploads());
                    assertNothingIsSeen(server);
                }
                HalfUpload.await("its room is given back", () -> !bucket.hasUnfinishedUploads());
                assertNothingIsSeen(server);
                try (HalfUpload _ = HalfUpload.begin(server.address(place + "half.bin"), KEY)) {
                    HalfUpload.await("the first part is there", () -> bucket.hasUnfinishedUploads());
                    server.kill();
                }
            }
            try (ServerProgram server = start()) {
                assertNothingIsSeen(server);
                uploadsWhole(server);
                assertThat(Files.exists(folder.resolve("data/artifacts"))).isFalse();
            }
        }
    }

    @Test
    void aBucketThatCannotBeUsedIsToldAtTheStart() throws Exception {
        try (BucketOfArtifacts bucket = BucketOfArtifacts.in(Files.createDirectory(folder.resolve("s3")))) {
            environment = new HashMap<>(environment);
            environment.putAll(bucket.settings());
            environment.put("PLUMBLINE_S3_SECRET_KEY", "sesame-wrong");
            try (ServerProgram server = ServerProgram.start(environment, folder.resolve("data"))) {
                assertThat(server.exitCode()).isEqualTo(2);
                assertThat(server.errors())
                        .contains("The bucket 'models' of artifacts cannot be used")
                        .contains("403 SignatureDoesNotMatch")
                        .doesNotContain("sesame-wrong", "Exception");
            }
        }
    }
}
