package io.plumbline.server.serve;

import io.plumbline.server.command.ExitCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * The end of the program by a signal: the server is closed in order, within a bounded time, and the program exits with 0. Java by itself would exit
 * with the number of the signal.
 */
public final class Shutdown implements Runnable {
    /** How long everything but the drained requests may take to close. */
    private static final Duration CLOSING = Duration.ofSeconds(30);

    private final Closeable server;
    private final Duration within;
    private final PrintWriter err;

    private Shutdown(Closeable server, Duration within, PrintWriter err) {
        this.server = server;
        this.within = within;
        this.err = err;
    }

    /** From now on a signal that ends the program closes the server first. */
    public static void prepare(Closeable server, Duration drain, PrintWriter err) {
        Runtime.getRuntime().addShutdownHook(new Thread(new Shutdown(server, drain.plus(CLOSING), err), "shutdown"));
    }

    @Override
    public void run() {
        Thread closing = Thread.ofPlatform().daemon().name("closing").start(this::close);
        try {
            if (!closing.join(within)) {
                end("The server did not close within " + within.toSeconds() + " s.", ExitCode.FAILURE);
            }
        } catch (InterruptedException e) {
            end("The server was interrupted while it closed.", ExitCode.FAILURE);
        }
    }

    private void close() {
        try {
            server.close();
            end("Plumbline has stopped.", ExitCode.OK);
        } catch (IOException | RuntimeException e) {
            end("The server did not close in order: " + e + ".", ExitCode.FAILURE);
        }
    }

    private void end(String line, int exitCode) {
        err.println(line);
        err.flush();
        Runtime.getRuntime().halt(exitCode);
    }
}
