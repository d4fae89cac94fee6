package io.plumbline.server.command;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Standard output as UTF-8, which does not forget that something could not be written, as a print writer does. */
public final class StandardOutput {
    private final PrintWriter writer;
    private volatile @Nullable IOException failure;

    /** What is printed goes to {@code stream}. */
    public StandardOutput(OutputStream stream) {
        writer = new PrintWriter(new Remembering(new BufferedOutputStream(stream)), false, StandardCharsets.UTF_8);
    }

    /** Where to print. */
    public PrintWriter writer() {
        return writer;
    }

    /** Prints what is left, and answers the exit code: that of the command, or one for output that nobody could take. */
    public int finish(int exitCode, PrintWriter err) {
        writer.flush();
        IOException found = failure;
        if (found == null || exitCode != ExitCode.OK) {
            return exitCode;
        }
        if (isClosedByReader(found)) {
            return ExitCode.OUTPUT_CLOSED;
        }
        err.println("plumbline: The output could not be written to its end: " + found.getMessage() + ".");
        return ExitCode.BAD_INPUT;
    }

    /** A reader such as {@code head} that has seen enough is no error worth a message. */
    private static boolean isClosedByReader(IOException found) {
        return String.valueOf(found.getMessage()).contains("Broken pipe");
    }

    private final class Remembering extends FilterOutputStream {
        Remembering(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
