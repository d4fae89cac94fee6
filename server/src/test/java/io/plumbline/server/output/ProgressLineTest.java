package io.plumbline.server.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final AtomicLong clock = new AtomicLong(17);
    private final StringWriter terminal = new StringWriter();
    private final ProgressLine line = new ProgressLine(new PrintWriter(terminal), clock::get);

    private void seconds(double seconds) {
        clock.addAndGet((long) (seconds * 1e9));
    }

    @Test
    void showsRateAndRemainingTime() {
        line.report("comparing columns", 0, 1000);
        seconds(2);
        line.report("comparing columns", 100, 1000);

        assertThat(terminal).hasToString("\r\u001b[Kcomparing columns: 100 of 1,000, 50/s, 18 s left");
    }

    @Test
    void longTimesAreShownInMinutes() {
        line.report("reading", 0, 1000);
        seconds(10);
        line.report("reading", 100, 1000);

        assertThat(terminal.toString()).endsWith("1:30 min left");
    }

    @Test
    void aStepOfUnknownLengthIsShownAtOnce() {
        line.report("reading train.csv", 0, 0);

        assertThat(terminal).hasToString("\r\u001b[Kreading train.csv ...");
    }

    @Test
    void doesNotFlickerAndClearsItselfOnlyWhereItWasShown() {
        line.report("reading", 1, 10);
        line.report("reading", 2, 10);
        line.close();

        assertThat(terminal.toString()).isEmpty();

        seconds(1);
        line.report("reading", 3, 10);
        line.close();

        assertThat(terminal.toString()).endsWith("\r\u001b[K");
    }

    @Test
    void aNewStepIsTimedFromItsOwnBeginning() {
        line.report("reading", 10, 10);
        seconds(100);
        line.report("comparing", 0, 10);
        seconds(1);
        line.report("comparing", 5, 10);

        assertThat(terminal.toString()).endsWith("comparing: 5 of 10, 5/s, 1 s left");
    }
}
