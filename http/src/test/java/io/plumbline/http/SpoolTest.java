package io.plumbline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.http.Spool.Spooled;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    void nothingIsLeftOfABodyThatBreaksOff() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        };
        InputStream body = new SequenceInputStream(new ByteArrayInputStream(new byte[300_000]), broken);
        assertThatThrownBy(() -> new Spool(folder).take(body))
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        refused -> assertThat(refused.failure()).isInstanceOf(Failure.Invalid.class));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingIsLeftOfABodyThatIsRefused() {
        InputStream tooLarge = new InputStream() {
            @Override
            public int read() {
                throw new PlumblineException(new Failure.TooLarge("too large"));
            }
        };
        assertThatThrownBy(() -> new Spool(folder).take(tooLarge)).isInstanceOf(PlumblineException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFullDiskIsToldPlainly() {
        assertThat(Spool.notWritten(new IOException("No space left on device")))
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        refused -> assertThat(refused.failure()).isInstanceOf(Failure.StorageFull.class));
    }
}
