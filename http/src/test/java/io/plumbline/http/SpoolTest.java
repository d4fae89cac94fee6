package io.plumbline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.http.Spool.Spooled;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    @TempDir
    Path folder;

    @Test
    void aBodyIsAFileAsLongAsItIsNeeded() {
        InputStream body = new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8));
        try (Spooled spooled = new Spool(folder).take(body)) {
            assertThat(spooled.path()).hasContent("abc");
            assertThat(spooled.digest()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLargeBodyIsDigestedAsItLies() throws Exception {
        byte[] content = new byte[20_000_001];
        new Random(7).nextBytes(content);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        try (Spooled spooled = new Spool(folder).take(new ByteArrayInputStream(content))) {
            assertThat(spooled.path()).hasBinaryContent(content);
            assertThat(spooled.digest()).isEqualTo(HexFormat.of().formatHex(digest));
        }
    }

    @Test
    void nothingIsLeftOfABodyThatBreaksOff() {
        InputStream body = new FailingBody(300_000, () -> new IOException("cut"));
        assertThatThrownBy(() -> new Spool(folder).take(body))
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        refused -> assertThat(refused.failure()).isInstanceOf(Failure.Invalid.class));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingIsLeftOfABodyThatIsRefused() {
        assertThatThrownBy(() -> new Spool(folder).take(new FailingBody(0, () -> {
                    throw new PlumblineException(new Failure.TooLarge("too large"));
                })))
                .isInstanceOf(PlumblineException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aBodyIsNotReadOnWhereItCannotBeWritten() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        InputStream body = new FailingBody(64 << 20, () -> new IOException("read to its end"));
        assertThatThrownBy(() -> new PipedCopy(full).copy(body))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void aFullDiskIsToldPlainly() {
        assertThat(Spool.notWritten(new IOException("No space left on device")))
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        refused -> assertThat(refused.failure()).isInstanceOf(Failure.StorageFull.class));
    }

    /** Gives so many bytes and then fails. */
    private static final class FailingBody extends InputStream {
        private final Supplier<IOException> failure;
        private int left;

        FailingBody(int left, Supplier<IOException> failure) {
            this.left = left;
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            return read(new byte[1], 0, 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                throw failure.get();
            }
            int given = Math.min(left, length);
            left -= given;
            return given;
        }
    }
}
