package io.plumbline.store.records.log;

import static io.plumbline.store.records.log.Logs.SMALL;
import static io.plumbline.store.records.log.Logs.append;
import static io.plumbline.store.records.log.Logs.contents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFailureTest {
    private static final int FRAME = FrameHeader.BYTES + 3;

    @TempDir
    Path folder;

    private final FailingDisk disk = new FailingDisk();

    @Test
    void aFullDiskIsToldAndTheHalfFrameCutOffWhereverItBreaksOff() throws IOException {
        List<String> kept = new ArrayList<>(List.of("one"));
        try (IntakeLog log = Logs.open(folder, SMALL, disk)) {
            append(log, "one");
            for (int room = 0; room < FRAME; room++) {
                disk.hasRoomFor(room);
                assertThatThrownBy(() -> append(log, "two"))
                        .isInstanceOf(LogException.NotWritten.class)
                        .hasMessageContaining("No space left on device")
                        .hasMessageContaining(folder.toString())
                        .hasMessageContaining("free on this disk: 0 bytes");
                disk.hasRoomFor(Long.MAX_VALUE);
                kept.add("more" + room);
                assertThat(append(log, "more" + room)).isEqualTo(kept.size());
                assertThat(contents(log)).isEqualTo(kept);
            }
        }
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            assertThat(log.recovery().tornBytes()).isZero();
            assertThat(contents(log)).isEqualTo(kept);
        }
    }

    @Test
    void aDiskThatIsFullWhenASegmentBeginsIsTold() throws IOException {
        LogSettings settings = SMALL.withSegmentBytes(100);
        try (IntakeLog log = Logs.open(folder, settings, disk)) {
            while (log.heldBytes() < 100) {
                append(log, "one");
            }
            int full = contents(log).size();
            // The header takes 40 bytes, the state 48 on the next try, and then there is none for the frame.
            for (int room = 0; room <= 48; room++) {
                disk.hasRoomFor(room);
                assertThatThrownBy(() -> append(log, "0123456789")).isInstanceOf(LogException.NotWritten.class);
            }
            assertThat(contents(log)).hasSize(full);
            disk.hasRoomFor(Long.MAX_VALUE);
            append(log, "two");
            assertThat(contents(log)).hasSize(full + 1).endsWith("two");
            assertThat(Logs.segments(folder)).hasSize(2);
        }
        try (IntakeLog log = IntakeLog.open(folder, settings)) {
            assertThat(contents(log)).endsWith("two");
            assertThat(log.recovery().setAside()).isEmpty();
        }
    }

    @Test
    void consumingWithoutRoomFailsAndIsMadeUpForLater() throws IOException {
        try (IntakeLog log = Logs.open(folder, SMALL.withSegmentBytes(100), disk)) {
            for (int i = 0; i < 20; i++) {
                append(log, "payload");
            }
            int segments = Logs.segments(folder).size();
            disk.hasRoomFor(0);
            assertThatThrownBy(() -> log.consumedThrough(10)).isInstanceOf(IOException.class);
            assertThat(Logs.segments(folder)).hasSize(segments);
            disk.hasRoomFor(Long.MAX_VALUE);
            log.consumedThrough(10);
            assertThat(Logs.segments(folder)).hasSizeLessThan(segments);
        }
    }

    @Test
    void afterAFailedSyncItIsReadOnly() throws IOException {
        IntakeLog log = Logs.open(folder, SMALL, disk);
        append(log, "one");
        disk.syncFails();
        assertThatThrownBy(() -> append(log, "two"))
                .isInstanceOf(LogException.ReadOnly.class)
                .hasMessageContaining("Input/output error")
                .hasMessageContaining("restart");
        assertThatThrownBy(() -> append(log, "three")).isInstanceOf(LogException.ReadOnly.class);
        assertThat(contents(log)).containsExactly("one");
        log.close();
        try (IntakeLog again = IntakeLog.open(folder, SMALL)) {
            assertThat(contents(again)).startsWith("one").doesNotContain("three");
        }
    }

    @Test
    void whenWhatWasHalfWrittenCannotBeCutOffItIsReadOnly() throws IOException {
        IntakeLog log = Logs.open(folder, SMALL, disk);
        append(log, "one");
        disk.hasRoomFor(5);
        disk.truncateFails();
        assertThatThrownBy(() -> append(log, "two")).isInstanceOf(LogException.ReadOnly.class);
        disk.hasRoomFor(Long.MAX_VALUE);
        assertThatThrownBy(() -> append(log, "three")).isInstanceOf(LogException.ReadOnly.class);
        log.close();
        try (IntakeLog again = IntakeLog.open(folder, SMALL)) {
            assertThat(again.recovery().tornBytes()).isEqualTo(5);
            assertThat(contents(again)).containsExactly("one");
        }
    }
}
