package io.plumbline.store.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An S3 server that checks signatures, as a program of its own. Tests that start it have {@code org.gaul:s3proxy} on their class path. */
public final class S3Server implements AutoCloseable {
    /** Name of the key that it takes. */
    public static final String ACCESS_KEY = "owner";

    /** The key. */
    public static final String SECRET_KEY = "sesame-store";

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final URI endpoint;
    private final Path buckets;
    private final Path log;

    private S3Server(Process process, URI endpoint, Path buckets, Path log) {
        this.process = process;
        this.endpoint = endpoint;
        this.buckets = buckets;
        this.log = log;
    }

    /** Starts it, keeping everything in this folder. */
    public static S3Server start(Path folder) throws IOException, InterruptedException {
        URI endpoint = URI.create("http://127.0.0.1:" + freePort());
        Path buckets = Files.createDirectories(folder.resolve("buckets"));
        Path properties = Files.writeString(
                folder.resolve("s3proxy.properties"), """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(endpoint, ACCESS_KEY, SECRET_KEY, buckets));
        // It hands its errors to a logger; one that writes to the errors again would never come to an end.
        Path silence = Files.createFile(folder.resolve("logging.properties"));
        Path log = folder.resolve("s3proxy.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.config.file=" + silence,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        S3Server server = new S3Server(process, endpoint, buckets, log);
        server.awaitStart();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            assertThat(process.isAlive() && System.nanoTime() < end)
                    .as("the S3 server starts: " + Files.readString(log))
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

    /** Where it answers. */
    public URI endpoint() {
        return endpoint;
    }

    /** Makes a bucket, which is a folder to it. */
    public void makeBucket(String name) throws IOException {
        Files.createDirectory(buckets.resolve(name));
    }

    /** Ends it at once. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
