package io.plumbline.benchmarks.server;

import io.plumbline.server.PlumblineCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code plumbline serve} as a process of its own, with the options that {@code ./plumbline} gives it, but without its cache for quicker starts. */
public final class RunningServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("listens on (http://\\S+?),");
    private static final Pattern KEY = Pattern.compile("shown only this once: (\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    private RunningServer(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts one on an empty folder, and waits until it listens. */
    public static RunningServer start(Path data) throws IOException, InterruptedException {
        Path output = data.resolveSibling("server.out");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseG1GC",
                        "-Xlog:disable",
                        "-Xms16m",
                        "-XX:G1PeriodicGCInterval=60000",
                        "-XX:MaxHeapFreeRatio=30",
                        "-XX:MinHeapFreeRatio=10",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlumblineCommand.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        data.toString()))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        RunningServer server = new RunningServer(process, output);
        server.awaitStart();
        return server;
    }

    private void awaitStart() throws InterruptedException {
        long start = System.nanoTime();
        while (find(ADDRESS).isEmpty()) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                close();
                throw new IllegalStateException("the server does not start; see " + output);
            }
            Thread.sleep(10);
        }
    }

    /** Where it listens. */
    public URI address() {
        return URI.create(find(ADDRESS).orElseThrow());
    }

    /** The key of the administrator. */
    public String adminKey() {
        return find(KEY).orElseThrow();
    }

    long pid() {
        return process.pid();
    }

    /** Processor time on all cores since it started. */
    double processorSeconds() {
        return process.info()
                        .totalCpuDuration()
                        .orElseThrow(() -> new IllegalStateException("the server has ended; see " + output))
                        .toNanos()
                / 1e9;
    }

    private Optional<String> find(Pattern pattern) {
        try {
            return Files.readString(output)
                    .lines()
                    .map(pattern::matcher)
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(1))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
