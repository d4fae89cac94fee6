package io.plumbline.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    private final StringWriter err = new StringWriter();

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private int finish(StandardOutput out, int exitCode) {
        out.writer().print("text ü");
        return out.finish(exitCode, new PrintWriter(err, true));
    }

    @Test
    void isUtf8AndKeepsTheExitCode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        assertThat(finish(new StandardOutput(bytes), ExitCode.DRIFT)).isEqualTo(ExitCode.DRIFT);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("text ü");
    }

    @Test
    void aFullDiskIsToldOf() {
        int exitCode = finish(new StandardOutput(failing("No space left on device")), ExitCode.OK);

        assertThat(exitCode).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("No space left on device");
    }

    @Test
    void aReaderThatHasSeenEnoughIsNot() {
        assertThat(finish(new StandardOutput(failing("Broken pipe")), ExitCode.OK))
                .isEqualTo(ExitCode.OUTPUT_CLOSED);
        assertThat(err.toString()).isEmpty();
    }
}
