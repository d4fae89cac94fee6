package io.plumbline.server.command;

/** How a command ended, for the program that started it. */
public final class ExitCode {
    /** All is well. */
    public static final int OK = 0;
    /** The data set has drifted, and {@code --fail-on-drift} was given; or a monitor that was run found a number outside of its limits. */
    public static final int DRIFT = 1;
    /** What was asked for cannot be done: wrong options, or files that cannot be read or written. */
    public static final int BAD_INPUT = 2;
    /** Plumbline has a bug, or the machine has not enough memory. */
    public static final int FAILURE = 3;
    /** Some of what was asked for was refused; the output tells what. The rest is done. */
    public static final int INCOMPLETE = 4;
    /** Ended by Ctrl-C. */
    public static final int INTERRUPTED = 130;

    /** The reader of standard output went away before its end, as a shell tells of a broken pipe. */
    public static final int OUTPUT_CLOSED = 141;

    private ExitCode() {}
}
