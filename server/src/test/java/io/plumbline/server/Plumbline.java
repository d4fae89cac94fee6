package io.plumbline.server;

import io.plumbline.server.command.Surroundings;
import io.plumbline.server.output.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;

/** Runs the command line inside the test, away from a terminal, and keeps what came of it. */
public record Plumbline(int exitCode, String out, String err) {

    public static Plumbline run(Object... arguments) {
        return runIn(Map.of(), arguments);
    }

    public static Plumbline runIn(Map<String, String> environment, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = PlumblineCommand.commandLine(
                        FileDataSource::start, new Surroundings(Terminal.NONE, environment, () -> 0L))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Plumbline(exitCode, out.toString(), err.toString());
    }

    /** What goes wrong is told in one line. */
    public boolean isRefused() {
        return exitCode == 2 && err.startsWith("plumbline: ") && err.lines().count() == 1;
    }
}
