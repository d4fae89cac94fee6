package io.plumbline.server.output;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.report.Figures;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows progress with its rate and the remaining time on one line of a terminal, which {@link #close} clears. A step whose total is 0
 * is of unknown length; it is shown at once.
 */
public final class ProgressLine implements Progress, AutoCloseable {
    private static final long BETWEEN_LINES = 100_000_000L;
    private static final String START_OF_LINE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final LongSupplier nanoseconds;
    private String step = "";
    private long stepStart;
    private long lastShown;
    private boolean visible;

    /**
     * A line on a terminal.
     *
     * @param terminal where to
     * @param nanoseconds a clock, such as {@link System#nanoTime()}
     */
    public ProgressLine(PrintWriter terminal, LongSupplier nanoseconds) {
        this.terminal = terminal;
        this.nanoseconds = nanoseconds;
        stepStart = nanoseconds.getAsLong();
        lastShown = stepStart;
    }

    @Override
    public synchronized void report(String newStep, long done, long total) {
        long now = nanoseconds.getAsLong();
        if (!newStep.equals(step)) {
            step = newStep;
            stepStart = now;
        }
        if (total == 0 || now - lastShown >= BETWEEN_LINES) {
            lastShown = now;
            show(line(done, total, (now - stepStart) / 1e9));
        }
    }

    private String line(long done, long total, double seconds) {
        if (total == 0) {
            return step + " ...";
        }
        String line = step + ": " + Figures.count(done) + " of " + Figures.count(total);
        if (seconds <= 0 || done <= 0) {
            return line;
        }
        double rate = done / seconds;
        double remaining = Math.max(0, total - done) / rate;
        return String.format(Locale.ROOT, "%s, %s/s, %s left", line, Figures.rounded(rate), duration(remaining));
    }

    private static String duration(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 60 ? whole + " s" : String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }

    private void show(String line) {
        terminal.print(START_OF_LINE + line);
        terminal.flush();
        visible = true;
    }

    @Override
    public synchronized void close() {
        if (visible) {
            terminal.print(START_OF_LINE);
            terminal.flush();
            visible = false;
        }
    }
}
