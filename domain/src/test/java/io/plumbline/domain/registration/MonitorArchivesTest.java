package io.plumbline.domain.registration;

import static io.plumbline.domain.registration.Desk.EDITOR;
import static io.plumbline.domain.registration.Desk.VIEWER;
import static io.plumbline.domain.registration.RegistrationTest.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Failure;
import io.plumbline.domain.archive.MonitorArchive;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MonitorArchivesTest {
    private final Desk desk = new Desk();
    private final Model model = desk.registered();

    private MonitorArchive put(String definition, String content) {
        return desk.archives.put(EDITOR, model, definition, "drift.tar.gz", stream(content));
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private String kept(String definition) {
        MonitorArchive archive = desk.archives.find(VIEWER, model.id(), definition);
        try (InputStream content = desk.archives.open(archive)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isReplacedAndNothingOfTheOldOneStays() {
        put("drift", "one");
        put("drift_v2", "other");
        put("drift", "second");
        assertThat(kept("drift")).isEqualTo("second");
        assertThat(kept("drift_v2")).isEqualTo("other");
        assertThat(desk.blobs.size()).isEqualTo(2);
        assertThat(desk.audited).contains("add monitor archive", "change monitor archive");
    }

    @Test
    void isKeptWholeOrNotAtAll() {
        put("drift", "one");
        assertFails(Failure.TooLarge.class, () -> put("drift", "more than ten bytes"));
        assertFails(Failure.Invalid.class, () -> put("drift", ""));
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut off");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> desk.archives.put(EDITOR, model, "drift", "drift.tar.gz", broken))
                .isInstanceOf(UncheckedIOException.class);
        desk.archiveRepository.breakDown();
        assertThatThrownBy(() -> put("drift", "second")).isInstanceOf(RuntimeException.class);
        assertThat(kept("drift")).isEqualTo("one");
        assertThat(desk.blobs.size()).isEqualTo(1);
    }

    @Test
    void isReadByThoseWhoMayAndWrittenByFewer() {
        assertFails(
                Failure.Forbidden.class,
                () -> desk.archives.put(VIEWER, model, "drift", "drift.tar.gz", InputStream.nullInputStream()));
        assertFails(Failure.NotFound.class, () -> desk.archives.find(VIEWER, model.id(), "drift"));
        put("drift", "one");
        assertThat(kept("drift")).isEqualTo("one");
    }

    @Test
    void goesWithItsMonitorAndWithItsModel() {
        put("drift", "one");
        put("drift_v2", "two");
        Monitor monitor = desk.monitored(model, "drift");
        desk.monitors.remove(EDITOR, monitor.id());
        assertFails(Failure.NotFound.class, () -> kept("drift"));
        assertThat(kept("drift_v2")).isEqualTo("two");
        desk.registration.remove(EDITOR, model.id());
        assertThat(desk.blobs.size()).isZero();
        assertThat(desk.archiveRepository.list(Desk.ORGANIZATION)).isEmpty();
    }
}
