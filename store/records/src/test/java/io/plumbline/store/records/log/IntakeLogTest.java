package io.plumbline.store.records.log;

import static io.plumbline.store.records.log.Logs.SMALL;
import static io.plumbline.store.records.log.Logs.append;
import static io.plumbline.store.records.log.Logs.bytes;
import static io.plumbline.store.records.log.Logs.contents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeLogTest {
    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasAppendedInOrder() throws IOException {
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            assertThat(append(log, "one")).isEqualTo(1);
            assertThat(append(log, "two")).isEqualTo(2);
            assertThat(contents(log)).containsExactly("one", "two");
            assertThat(Logs.contentsFrom(log, 2)).containsExactly("two");
            assertThat(log.last()).isEqualTo(2);
        }
    }

    @Test
    void leavesThePayloadsPositionAsItWas() throws IOException {
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            ByteBuffer payload = bytes("..payload..").position(2).limit(9);
            log.append(payload);
            assertThat(payload.position()).isEqualTo(2);
            assertThat(contents(log)).containsExactly("payload");
        }
    }

    @Test
    void goesOnWhereItEndedWhenOpenedAgain() throws IOException {
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            append(log, "one");
        }
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            assertThat(log.recovery().frames()).isEqualTo(1);
            assertThat(append(log, "two")).isEqualTo(2);
        }
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            assertThat(contents(log)).containsExactly("one", "two");
            assertThat(log.recovery().lines()).singleElement().asString().contains("2 frames", "1 segment,");
        }
    }

    @Test
    void startsNewSegmentsBySize() throws IOException {
        List<String> payloads =
                IntStream.range(0, 100).mapToObj(i -> "payload " + i).toList();
        try (IntakeLog log = IntakeLog.open(folder, SMALL.withSegmentBytes(200))) {
            payloads.forEach(payload -> append(log, payload));
            assertThat(contents(log)).isEqualTo(payloads);
        }
        assertThat(Logs.segments(folder)).hasSizeGreaterThan(10);
        try (IntakeLog log = IntakeLog.open(folder, SMALL.withSegmentBytes(200))) {
            assertThat(contents(log)).isEqualTo(payloads);
        }
    }

    @Test
    void startsANewSegmentWhenTheLastIsOldEvenIfNothingIsAppended() throws IOException {
        AtomicLong now = new AtomicLong(1_700_000_000_000L);
        InstantSource clock = () -> Instant.ofEpochMilli(now.get());
        // The age in force is that of the clock; the writer looks as often as the age is long.
        LogSettings settings = SMALL.withSegmentAge(Duration.ofMillis(50));
        try (IntakeLog log = IntakeLog.open(folder, settings, LogDisk.real(), clock)) {
            append(log, "one");
            assertThat(Logs.segments(folder)).hasSize(1);
            now.addAndGet(51);
            Logs.await(() -> Logs.segments(folder).size() == 2);
            append(log, "two");
            assertThat(contents(log)).containsExactly("one", "two");
        }
    }

    @Test
    void removesSegmentsThatAreWhollyConsumed() throws IOException {
        try (IntakeLog log = IntakeLog.open(folder, SMALL.withSegmentBytes(100))) {
            IntStream.rangeClosed(1, 20).forEach(i -> append(log, "payload " + i));
            int before = Logs.segments(folder).size();
            long held = log.heldBytes();
            log.consumedThrough(10);
            assertThat(Logs.segments(folder)).hasSizeLessThan(before);
            assertThat(log.heldBytes()).isLessThan(held);
            assertThat(Logs.contentsFrom(log, 11)).hasSize(10).startsWith("payload 11");
        }
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            assertThat(log.consumed()).isEqualTo(10);
            assertThat(Logs.contentsFrom(log, log.consumed() + 1)).hasSize(10).startsWith("payload 11");
            assertThat(append(log, "next")).isEqualTo(21);
        }
    }

    @Test
    void isConsumedToTheLastFrameAndGoesOn() throws IOException {
        try (IntakeLog log = IntakeLog.open(folder, SMALL.withSegmentBytes(100))) {
            IntStream.rangeClosed(1, 20).forEach(i -> append(log, "payload " + i));
            log.consumedThrough(20);
            assertThat(append(log, "next")).isEqualTo(21);
        }
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            assertThat(Logs.contentsFrom(log, 21)).containsExactly("next");
        }
    }

    @Test
    void refusesPayloadsOfNoOrTooManyBytes() throws IOException {
        try (IntakeLog log = IntakeLog.open(folder, SMALL.withPayloadBytes(10))) {
            assertThatThrownBy(() -> append(log, ""))
                    .isInstanceOf(LogException.WrongSize.class)
                    .hasMessageContaining("1 to 10 bytes");
            assertThatThrownBy(() -> append(log, "elevenbytes")).isInstanceOf(LogException.WrongSize.class);
            append(log, "ten bytes!");
            assertThat(contents(log)).containsExactly("ten bytes!");
        }
    }

    @Test
    void readsPayloadsThatAreLongerThanIsAllowedNow() throws IOException {
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            append(log, "x".repeat(3000));
        }
        try (IntakeLog log = IntakeLog.open(folder, SMALL.withPayloadBytes(10))) {
            assertThat(contents(log)).containsExactly("x".repeat(3000));
        }
    }

    @Test
    void keepsPayloadsLargerThanItsBuffers() throws IOException {
        LogSettings settings = LogSettings.defaults();
        String large = "0123456789".repeat(500_000);
        try (IntakeLog log = IntakeLog.open(folder, settings)) {
            append(log, large);
            append(log, "small");
        }
        try (IntakeLog log = IntakeLog.open(folder, settings)) {
            assertThat(contents(log)).containsExactly(large, "small");
        }
    }

    @Test
    void isBusyWhenItHoldsTooMuchUntilSomeIsConsumed() throws IOException {
        LogSettings settings = SMALL.withPayloadBytes(100).withSegmentBytes(300).withHeldBytes(600);
        try (IntakeLog log = IntakeLog.open(folder, settings)) {
            long taken = fill(log);
            assertThat(contents(log)).hasSize((int) taken);
            log.consumedThrough(taken);
            assertThat(append(log, "again")).isEqualTo(taken + 1);
        }
    }

    private static long fill(IntakeLog log) {
        long taken = 0;
        while (true) {
            try {
                taken = append(log, "x".repeat(80));
                assertThat(taken).isLessThan(100);
            } catch (LogException.Busy e) {
                assertThat(e.retryAfter()).isEqualTo(SMALL.retryAfter());
                return taken;
            }
        }
    }

    @Test
    void lastSegmentDoesNotCountForEverAgainstTheRoom() throws IOException {
        LogSettings settings = SMALL.withPayloadBytes(100).withSegmentBytes(300).withHeldBytes(600);
        try (IntakeLog log = IntakeLog.open(folder, settings)) {
            for (int i = 0; i < 200; i++) {
                log.consumedThrough(append(log, "x".repeat(80)));
            }
            assertThat(log.last()).isEqualTo(200);
        }
    }

    @Test
    void isOpenOnceOnly() throws IOException {
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            append(log, "one");
            assertThatThrownBy(() -> IntakeLog.open(folder, SMALL))
                    .isInstanceOf(LogException.InUse.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(contents(log)).containsExactly("one");
        }
        IntakeLog.open(folder, SMALL).close();
    }

    @Test
    void takesNothingAfterItIsClosed() throws IOException {
        IntakeLog log = IntakeLog.open(folder, SMALL);
        log.close();
        log.close();
        assertThatThrownBy(() -> append(log, "late")).isInstanceOf(LogException.Closed.class);
    }

    @Test
    void createsFoldersAboveItsOwn() throws IOException {
        Path deep = folder.resolve("a/b/c");
        try (IntakeLog log = IntakeLog.open(deep, SMALL)) {
            append(log, "one");
        }
        assertThat(Logs.fileNames(deep)).contains("intake-0000000000000000001.log");
    }

    @Test
    void waitsThroughAnInterrupt() throws IOException {
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            Thread.currentThread().interrupt();
            assertThat(append(log, "one")).isEqualTo(1);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
