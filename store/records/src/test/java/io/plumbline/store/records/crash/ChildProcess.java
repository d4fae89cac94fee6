package io.plumbline.store.records.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A Java process on the class path of the test that can be killed with SIGKILL at any moment. What it prints is what it vouches for: a line counts when its end was printed.
 *
 * <p>Use: start a main class that prints a line after each acknowledgement, wait for {@link #awaitLines} or some milliseconds, {@link #kill}, and compare what is on disk with the
 * lines. The main class must print each line whole and flush it, as {@code System.out.println} does.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch drained = new CountDownLatch(2);

    private ChildProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(() -> drain(process.inputReader(StandardCharsets.UTF_8), lines));
        Thread.ofVirtual().start(() -> drain(process.errorReader(StandardCharsets.UTF_8), errors));
    }

    /** Starts a main class with arguments. */
    public static ChildProcess start(Class<?> main, String... arguments) {
        return start(List.of(), main, arguments);
    }

    /** Starts a main class by way of another command, which gets the Java command as its last arguments. */
    public static ChildProcess start(List<String> prefix, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ChildProcess(new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drain(BufferedReader reader, List<String> target) {
        try (reader) {
            StringBuilder line = new StringBuilder();
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                if (next == '\n') {
                    target.add(line.toString());
                    line.setLength(0);
                } else {
                    line.append((char) next);
                }
            }
        } catch (IOException e) {
            errors.add("its output broke off: " + e);
        } finally {
            drained.countDown();
        }
    }

    /** Waits until it has printed so many lines, or fails when it ends before. */
    public void awaitLines(int count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (lines.size() < count) {
            if (!process.isAlive() && drained.getCount() == 0 && lines.size() < count) {
                throw new AssertionError("the process ended after " + lines.size() + " lines: " + errors);
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("only " + lines.size() + " lines in " + PATIENCE + ": " + errors);
            }
            pause(Duration.ofMillis(1));
        }
    }

    /** Kills it as {@code kill -9} does; the whole lines it had printed. */
    public List<String> kill() {
        process.destroyForcibly();
        return end();
    }

    /** Waits until it ends by itself; the lines it printed. */
    public List<String> awaitEnd() {
        return end();
    }

    /** What it printed as errors so far. */
    public List<String> errors() {
        synchronized (errors) {
            return List.copyOf(errors);
        }
    }

    /** Its exit value, after it ended. */
    public int exitValue() {
        return process.exitValue();
    }

    private List<String> end() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    || !drained.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the process did not end in " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Lets time pass. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
