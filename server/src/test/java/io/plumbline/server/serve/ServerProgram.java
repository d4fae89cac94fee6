package io.plumbline.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code plumbline serve} as a program of its own, on a free port. */
final class ServerProgram implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("listens on (http://\\S+?),");
    private static final Pattern KEY = Pattern.compile("shown only this once: (\\S+)");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path output;
    private final Path errors;

    private ServerProgram(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** Starts it on this data folder, with more arguments. */
    static ServerProgram start(Path data, String... arguments) throws IOException, InterruptedException {
        return start(Map.of(), data, arguments);
    }

    static ServerProgram start(Map<String, String> environment, Path data, String... arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("plumbline", ".out");
        Path errors = Files.createTempFile("plumbline", ".err");
        List<String> command = Stream.concat(
                        PreparedStart.command().stream(),
                        Stream.concat(Stream.of("serve", "--data", data.toString()), Arrays.stream(arguments)))
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("PLUMBLINE_PORT", "0");
        builder.environment().putAll(environment);
        ServerProgram program = new ServerProgram(builder.start(), output, errors);
        program.awaitStart();
        return program;
    }

    /** Until it listens, or has ended. */
    private void awaitStart() throws InterruptedException {
        while (!isListening() && process.isAlive()) {
            Thread.sleep(10);
        }
    }

    boolean isListening() {
        return find(ADDRESS).isPresent();
    }

    URI address(String path) {
        return URI.create(
                find(ADDRESS).orElseThrow(() -> new AssertionError("it does not listen: " + errors())) + path);
    }

    String adminKey() {
        return find(KEY).orElseThrow(() -> new AssertionError("no key was shown: " + output().toList()));
    }

    private Optional<String> find(Pattern pattern) {
        return output().map(pattern::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    Stream<String> output() {
        return text(output).lines();
    }

    String errors() {
        return text(errors);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    long pid() {
        return process.pid();
    }

    /** Ends it as an operating system does that shuts down, and answers its exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.delete(output);
        Files.delete(errors);
    }
}
