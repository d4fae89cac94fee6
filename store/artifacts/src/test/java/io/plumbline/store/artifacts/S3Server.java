package io.plumbline.store.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.store.artifacts.S3Settings.Addressing;
import io.plumbline.store.artifacts.S3Settings.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gaul.s3proxy.Main;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 server that checks signatures, as a program of its own, with everything in memory. */
final class S3Server implements AutoCloseable {
    private static final Credentials OWNER = new Credentials("owner", "sesame-store");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final URI endpoint;
    private final S3Client client;

    private S3Server(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
        this.client = S3Connection.open(settings("any", ""));
    }

    /** Starts it, keeping its files in this folder. */
    static S3Server start(Path folder) throws IOException, InterruptedException {
        URI endpoint = URI.create("http://127.0.0.1:" + freePort());
        Path properties = Files.writeString(
                folder.resolve("s3proxy.properties"), """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=transient-nio2
                """.formatted(endpoint, OWNER.accessKey(), OWNER.secretKey()));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--properties",
                        properties.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        S3Server server = new S3Server(process, endpoint);
        server.awaitStart();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            assertThat(process.isAlive() && System.nanoTime() < end)
                    .as("the S3 server starts")
                    .isTrue();
            Thread.sleep(20);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A bucket of it, which is made where it is not there. */
    S3Settings bucket(String name) {
        client.createBucket(make -> make.bucket(name));
        return settings(name, "some/where/");
    }

    private S3Settings settings(String bucket, String prefix) {
        return new S3Settings(
                bucket,
                prefix,
                Optional.of(endpoint),
                Optional.empty(),
                Optional.of(OWNER),
                Addressing.AUTO);
    }

    /** Speaks to it past the blobs. */
    S3Client client() {
        return client;
    }

    /** Ends it at once. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly();
    }
}
