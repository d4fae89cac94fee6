package io.plumbline.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.table.TableException;
import io.plumbline.server.output.RefusedException;
import io.plumbline.server.output.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final StringWriter err = new StringWriter();

    private int tell(Throwable thrown, Map<String, String> environment) {
        return new Failures(new Surroundings(Terminal.NONE, environment, () -> 0L))
                .tell(thrown, new PrintWriter(err, true));
    }

    private int tell(Throwable thrown) {
        return tell(thrown, Map.of());
    }

    @Test
    void whatTheUserCanMendIsOneLine() {
        assertThat(tell(new RefusedException("No.\n  Really"))).isEqualTo(2);
        assertThat(tell(new TableException("a.csv: no rows"))).isEqualTo(2);

        assertThat(err).hasToString("plumbline: No. Really.\nplumbline: a.csv: no rows.\n");
    }

    @Test
    void aBugIsOneLineWithTheWayToItsDetails() {
        assertThat(tell(new IllegalStateException("two\nlines"))).isEqualTo(3);

        assertThat(err.toString())
                .contains("bug in Plumbline (IllegalStateException: two lines)")
                .contains("PLUMBLINE_DEBUG=1")
                .hasLineCount(1);
    }

    @Test
    void detailsAreShownWhereTheyAreAskedFor() {
        tell(new IllegalStateException("why"), Map.of("PLUMBLINE_DEBUG", "1"));

        assertThat(err.toString()).contains("\tat io.plumbline.server.command.FailuresTest");
    }

    @Test
    void anInterruptAndTooLittleMemoryHaveTheirOwnLines() {
        assertThat(tell(new CancellationException())).isEqualTo(130);
        assertThat(tell(new OutOfMemoryError("Java heap space"))).isEqualTo(3);

        assertThat(err.toString()).contains("Interrupted.").contains("not enough memory");
    }
}
