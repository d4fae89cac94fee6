package io.plumbline.store.artifacts;

import static io.plumbline.store.testkit.Racing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.artifact.Blobs;
import io.plumbline.store.artifacts.S3Settings.Addressing;
import io.plumbline.store.artifacts.S3Settings.Credentials;
import io.plumbline.store.testkit.BlobsContract;
import io.plumbline.store.testkit.S3Server;
import io.plumbline.store.testkit.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** On a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3BlobsTest extends BlobsContract {
    private final AtomicInteger buckets = new AtomicInteger();
    private S3Server server;
    private S3Client client;
    private S3Settings settings;
    private S3Blobs blobs;

    @TempDir
    private Path scratch;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        server = S3Server.start(folder);
        client = S3Connection.open(bucket(server, "any"));
    }

    private static S3Settings bucket(S3Server server, String name) {
        return new S3Settings(
                name,
                "some/where/",
                Optional.of(server.endpoint()),
                Optional.empty(),
                Optional.of(new Credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)),
                Addressing.AUTO);
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void open() throws IOException {
        settings = made(server, "bucket-" + buckets.incrementAndGet());
        blobs = S3Blobs.open(settings, scratch);
    }

    @AfterEach
    void close() throws IOException {
        blobs.close();
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).as("parts on their way").isEmpty();
        }
    }

    @Override
    protected Blobs blobs() {
        return blobs;
    }

    @Override
    protected int unfinished() {
        return client.listMultipartUploads(all -> all.bucket(settings.bucket()))
                .uploads()
                .size();
    }

    @Override
    protected void beginAndBreakOff(Id id) {
        String key = settings.prefix() + id;
        String upload = client.createMultipartUpload(
                        begin -> begin.bucket(settings.bucket()).key(key))
                .uploadId();
        client.uploadPart(
                part -> part.bucket(settings.bucket()).key(key).uploadId(upload).partNumber(1),
                RequestBody.fromString("half of it"));
    }

    @Test
    void whatElseLiesInTheBucketIsLeftAlone() {
        client.putObject(
                put -> put.bucket(settings.bucket()).key(settings.prefix() + "readme.txt"),
                RequestBody.fromString("not ours"));
        Id id = Samples.id();
        blobs.put(id, new ByteArrayInputStream(new byte[1]), 1);
        assertThat(blobs.list(Optional.empty(), 1)).containsExactly(id);
    }

    @Test
    void whatCannotBeUsedIsToldInOneSentence() {
        assertThat(failureOf(() -> open(settings.bucket() + "-none", credentials(), settings.endpoint())))
                .hasValue(new Failure.Unreachable("the store of artifacts refused: 404 NoSuchBucket"));
        assertThat(failureOf(() -> open(
                        settings.bucket(), new Credentials(S3Server.ACCESS_KEY, "wrong-secret"), settings.endpoint())))
                .hasValue(new Failure.Unreachable("the store of artifacts refused: 403 SignatureDoesNotMatch"));
        assertThat(failureOf(
                        () -> open(settings.bucket(), credentials(), Optional.of(URI.create("http://127.0.0.1:1")))))
                .hasValue(new Failure.Unreachable("the store of artifacts does not answer"));
    }

    private static S3Settings made(S3Server server, String bucket) throws IOException {
        server.makeBucket(bucket);
        return bucket(server, bucket);
    }

    private Credentials credentials() {
        return settings.credentials().orElseThrow();
    }

    private void open(String bucket, Credentials credentials, Optional<URI> endpoint) {
        S3Blobs.open(
                        new S3Settings(
                                bucket, "", endpoint, Optional.empty(), Optional.of(credentials), Addressing.AUTO),
                        scratch)
                .close();
    }

    @Test
    void aStoreThatGoesAwayIsToldAsSuch(@TempDir Path folder) throws IOException, InterruptedException {
        try (S3Server other = S3Server.start(folder);
                S3Blobs gone = S3Blobs.open(made(other, "gone"), scratch)) {
            Id id = Samples.id();
            gone.put(id, new ByteArrayInputStream(new byte[100]), 100);
            other.kill();
            assertThat(failureOf(() -> gone.put(Samples.id(), new ByteArrayInputStream(new byte[9]), 9)))
                    .containsInstanceOf(Failure.Unreachable.class);
            assertThat(failureOf(() -> gone.open(id, 0, 1))).containsInstanceOf(Failure.Unreachable.class);
            assertThat(failureOf(() -> gone.remove(id))).containsInstanceOf(Failure.Unreachable.class);
        }
    }
}
