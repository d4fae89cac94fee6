package io.plumbline.benchmarks.server;

import io.plumbline.benchmarks.compare.MeasuredProcess;
import io.plumbline.benchmarks.compare.Starts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code plumbline serve}, or a demo, as a process of its own, started as users start it. */
public final class RunningServer implements AutoCloseable {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern ADDRESS = Pattern.compile("listens on (http://\\S+?),");
    private static final Pattern KEY = Pattern.compile("shown only this once: (\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOOK_EVERY_MILLIS = 1000;

    /** So many processor seconds between two looks are nothing. */
    private static final double AT_REST = 0.05;

    private final Process process;
    private final Path output;

    private RunningServer(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts one on a folder, and waits until it listens. It tells the administrator's key where the folder is empty. */
    public static RunningServer start(Path data) throws IOException, InterruptedException {
        return start(data, "serve", "--access-log", "");
    }

    /** Starts the demo in a folder, and waits until its days have passed and it listens. */
    static RunningServer startDemo(Path folder) throws IOException, InterruptedException {
        return start(folder, "demo");
    }

    private static RunningServer start(Path data, String... arguments) throws IOException, InterruptedException {
        Path output = data.resolveSibling("server.out");
        List<String> command = new ArrayList<>(List.of(Starts.LAUNCHER));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--port", "0", "--data", data.toString()));
        Process process = new ProcessBuilder(command)
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
            Thread.sleep(2);
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
    public double processorSeconds() {
        return process.info()
                        .totalCpuDuration()
                        .orElseThrow(() -> new IllegalStateException("the server has ended; see " + output))
                        .toNanos()
                / 1e9;
    }

    /** Waits until it has nothing to do in the background. */
    public void awaitRest() throws InterruptedException {
        double before = -1;
        for (double now = processorSeconds(); now - before > AT_REST; now = processorSeconds()) {
            before = now;
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** How much of the machine's memory it has at this moment, in MB, files that it maps included; on Linux. */
    long residentMegabytes() {
        return Long.parseLong(find(RESIDENT, Path.of("/proc", Long.toString(pid()), "status"))
                        .orElseThrow())
                / 1024;
    }

    /** The most memory it held at once. */
    public double peakMegabytes() {
        return MeasuredProcess.peakMegabytes(pid());
    }

    private Optional<String> find(Pattern pattern) {
        return find(pattern, output);
    }

    private static Optional<String> find(Pattern pattern, Path file) {
        try {
            return Files.readString(file)
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
