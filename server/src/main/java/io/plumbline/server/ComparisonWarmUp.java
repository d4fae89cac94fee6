package io.plumbline.server;

import io.plumbline.server.command.ExitCode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import picocli.CommandLine;

/** Compares so many different numbers that what goes through all of them is called as often as in a comparison that takes time. */
final class ComparisonWarmUp {
    private static final int ROWS = 100_000;
    private static final int COLUMNS = 8;

    private final CommandLine command;
    private final Path folder;

    ComparisonWarmUp(CommandLine command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    void run() throws IOException {
        Path reference = folder.resolve("reference.csv");
        Path current = folder.resolve("current.csv");
        write(reference, new Random(1));
        write(current, new Random(2));
        int exitCode = command.execute("compare", reference.toString(), current.toString(), "--format", "json");
        if (exitCode != ExitCode.OK) {
            throw new IllegalStateException("the comparison ended with " + exitCode);
        }
    }

    private static void write(Path file, Random random) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("a,b,c,d,e,f,g,h\n");
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    out.write(Double.toString(random.nextDouble()));
                    out.write(column == COLUMNS - 1 ? '\n' : ',');
                }
            }
        }
    }
}
