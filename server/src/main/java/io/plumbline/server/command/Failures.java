package io.plumbline.server.command;

import io.plumbline.domain.PlumblineException;
import io.plumbline.measures.table.TableException;
import io.plumbline.server.output.RefusedException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user in one line what went wrong, and the caller by an exit code. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final int LONGEST_LINE = 1200;

    private final Surroundings surroundings;

    /** Details are shown where {@code surroundings} asks for them. */
    public Failures(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult arguments) {
        return tell(exception, command.getErr());
    }

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        String help = "Try '" + command.getCommandSpec().qualifiedName() + " --help'.";
        tell(withFullStop(oneLine(exception)) + suggestion(exception) + " " + help, exception, command.getErr());
        return ExitCode.BAD_INPUT;
    }

    private static String suggestion(ParameterException exception) {
        List<String> suggestions =
                exception instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return suggestions.isEmpty() ? "" : " Did you mean " + String.join(" or ", suggestions) + "?";
    }

    /** Tells of anything that was thrown, and answers the exit code. */
    public int tell(Throwable thrown, PrintWriter err) {
        return switch (thrown) {
            case RefusedException refused -> tell(refused, ExitCode.BAD_INPUT, err);
            case PlumblineException refused -> tell(refused, ExitCode.BAD_INPUT, err);
            case TableException unreadable -> tell(unreadable, ExitCode.BAD_INPUT, err);
            case CancellationException _ -> tell("Interrupted.", thrown, err, ExitCode.INTERRUPTED);
            case OutOfMemoryError _ ->
                tell(
                        "There is not enough memory. Use fewer --threads, fewer --columns, or give Java more by"
                                + " PLUMBLINE_JAVA_OPTIONS=-Xmx8g.",
                        thrown,
                        err,
                        ExitCode.FAILURE);
            default -> tell(bug(thrown), thrown, err, ExitCode.FAILURE);
        };
    }

    private static String bug(Throwable thrown) {
        return "This is a bug in Plumbline (" + thrown.getClass().getSimpleName() + ": " + oneLine(thrown)
                + "). Set PLUMBLINE_DEBUG=1 to see where it came from, and please report it.";
    }

    private int tell(RuntimeException refused, int exitCode, PrintWriter err) {
        return tell(withFullStop(oneLine(refused)), refused, err, exitCode);
    }

    private int tell(String line, Throwable thrown, PrintWriter err, int exitCode) {
        tell(line, thrown, err);
        return exitCode;
    }

    private void tell(String line, Throwable thrown, PrintWriter err) {
        err.println("plumbline: " + line);
        if (surroundings.wantsDetails()) {
            thrown.printStackTrace(err);
        }
        err.flush();
    }

    private static String oneLine(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? "no message" : bounded(message.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    /** Names from files may be of any length; what a message begins and ends with is kept. */
    private static String bounded(String line) {
        return line.length() <= LONGEST_LINE
                ? line
                : line.substring(0, LONGEST_LINE / 2) + " … " + line.substring(line.length() - LONGEST_LINE / 2);
    }

    private static String withFullStop(String line) {
        return line.endsWith(".") || line.endsWith("?") ? line : line + ".";
    }
}
