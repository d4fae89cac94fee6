package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is ended by a signal cleans up after itself. */
class EndedProgramTest {
    private static final int BY_TERMINATION = 143;

    @TempDir
    private Path folder;

    @Test
    void leavesNothingBehindWhileTheEngineStarts() throws IOException, InterruptedException {
        Path data = Files.writeString(folder.resolve("data.csv"), "a\n" + "1\n2\n".repeat(1_000_000));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path output = folder.resolve("report.html");
        Process program = start(temporary, "compare", data, data, "-o", output);

        while (files(temporary).isEmpty() && program.isAlive()) {
            Thread.sleep(1);
        }
        program.destroy();

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(BY_TERMINATION);
        assertThat(files(temporary)).isEmpty();
        assertThat(output).doesNotExist();
    }

    private static Process start(Path temporary, Object... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xlog:disable",
                                "-Djava.io.tmpdir=" + temporary,
                                "-cp",
                                System.getProperty("java.class.path"),
                                PlumblineCommand.class.getName()),
                        Stream.of(arguments))
                .map(Object::toString)
                .toList();
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
