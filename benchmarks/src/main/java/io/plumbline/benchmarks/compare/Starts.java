package io.plumbline.benchmarks.compare;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a command of Plumbline is started, and the program that it is held against. */
public enum Starts {
    /** Both with the same options of the JVM and without a cache for quicker starts. */
    PLAIN,
    /** The command by the launcher that users have, and the other program with a cache of its own. */
    CACHED;

    /** The launcher that users have. */
    public static final String LAUNCHER = Path.of(System.getProperty("plumbline.benchmarks.root", "."), "plumbline")
            .toString();

    private static final String COMMAND = "io.plumbline.server.PlumblineCommand";

    /** Runs a command of Plumbline. */
    public MeasuredProcess command(List<String> arguments) throws IOException, InterruptedException {
        if (this == PLAIN) {
            return MeasuredProcess.run(COMMAND, arguments);
        }
        List<String> command = new ArrayList<>(List.of(LAUNCHER));
        command.addAll(arguments);
        return MeasuredProcess.run(command);
    }

    /** Runs the other program, with what {@link #learn} has put into this file. */
    public MeasuredProcess other(Path cache, String mainClass, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> options = this == PLAIN ? List.of() : List.of("-XX:AOTCache=" + cache);
        return MeasuredProcess.run(options, mainClass, arguments);
    }

    /** Lets the JVM learn what the other program needs, where that is used. */
    public void learn(Path cache, String mainClass, List<String> arguments) throws IOException, InterruptedException {
        if (this == CACHED) {
            learn(MeasuredProcess.command(List.of("-XX:AOTCacheOutput=" + cache), mainClass, arguments));
        }
    }

    /** Without what the JVM tells of its learning, which is long. */
    private static void learn(List<String> command) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IOException("learning for quicker starts ended with " + exitCode + ": " + command);
        }
    }
}
