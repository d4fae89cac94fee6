package io.plumbline.store.records.log;

import static io.plumbline.store.records.log.Logs.SMALL;
import static io.plumbline.store.records.log.Logs.append;
import static io.plumbline.store.records.log.Logs.contents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a write that was interrupted leaves at the end of the last segment. */
class TornTailTest {
    private static final int LAST = FrameHeader.BYTES + "three".length();

    @TempDir
    Path folder;

    private Path segment = Path.of("");
    private byte[] whole = new byte[0];

    @BeforeEach
    void threeFrames() throws IOException {
        Logs.crashed(folder, SMALL, List.of("one", "two", "three"));
        segment = Logs.segments(folder).getFirst();
        whole = Files.readAllBytes(segment);
    }

    @Test
    void isCutOffWhereverItEnds() throws IOException {
        for (int cut = 1; cut < LAST; cut++) {
            Files.write(segment, Arrays.copyOf(whole, whole.length - cut));
            assertCutOff(LAST - cut);
        }
    }

    @Test
    void isCutOffWhateverBitOfItsBytesIsWrong() throws IOException {
        for (int at = whole.length - LAST; at < whole.length; at++) {
            Files.write(segment, whole);
            Logs.flip(segment, at);
            assertCutOff(LAST);
        }
    }

    private void assertCutOff(long bytes) throws IOException {
        byte[] state = Files.readAllBytes(LogState.file(folder));
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            assertThat(log.recovery().tornBytes()).isEqualTo(bytes);
            assertThat(log.recovery().lines()).anyMatch(line -> line.contains("cut off " + bytes + " byte"));
            assertThat(contents(log)).containsExactly("one", "two");
            assertThat(append(log, "again")).isEqualTo(3);
            assertThat(contents(log)).containsExactly("one", "two", "again");
        }
        Files.write(LogState.file(folder), state);
    }

    @Test
    void ofZerosIsCutOff() throws IOException {
        Files.write(segment, new byte[1000], StandardOpenOption.APPEND);
        assertKeepsThree(1000);
    }

    @Test
    void ofRubbishIsCutOff() throws IOException {
        byte[] rubbish = new byte[300_000];
        new Random(7).nextBytes(rubbish);
        Files.write(segment, rubbish, StandardOpenOption.APPEND);
        assertKeepsThree(rubbish.length);
    }

    @Test
    void thatClaimsToBeHugeIsCutOff() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(FrameHeader.BYTES);
        new FrameHeader(Integer.MAX_VALUE, 1, 4, 0).write(header);
        Files.write(segment, header.array(), StandardOpenOption.APPEND);
        assertKeepsThree(FrameHeader.BYTES);
    }

    private void assertKeepsThree(long torn) throws IOException {
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            assertThat(log.recovery().tornBytes()).isEqualTo(torn);
            assertThat(contents(log)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void ofOneGroupIsCutOffEvenIfLaterFramesOfTheGroupReachedTheDisk() throws IOException {
        FrameFormat format = new FrameFormat(LogState.read(folder).orElseThrow().logId());
        byte[] four = frame(format, 4, 0, "four");
        byte[] five = frame(format, 5, four.length, "five");
        four[four.length - 1] ^= 1;
        Files.write(segment, four, StandardOpenOption.APPEND);
        Files.write(segment, five, StandardOpenOption.APPEND);
        assertKeepsThree(four.length + five.length);
    }

    @Test
    void isNotWhatALaterGroupFollows() throws IOException {
        FrameFormat format = new FrameFormat(LogState.read(folder).orElseThrow().logId());
        byte[] four = frame(format, 4, 0, "four");
        byte[] five = frame(format, 5, 0, "five");
        four[four.length - 1] ^= 1;
        Files.write(segment, four, StandardOpenOption.APPEND);
        Files.write(segment, five, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> IntakeLog.open(folder, SMALL))
                .isInstanceOf(LogException.Damaged.class)
                .hasMessageContaining("frame 4 is lost");
    }

    @Test
    void isDamageAfterTheLogWasClosedProperly() throws IOException {
        IntakeLog.open(folder, SMALL).close();
        Files.write(segment, Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> IntakeLog.open(folder, SMALL))
                .isInstanceOf(LogException.Damaged.class)
                .hasMessageContaining(segment.toString())
                .hasMessageContaining("frame 3 is lost");
    }

    @Test
    void payloadThatLooksLikeAFrameIsNotTakenForOne() throws IOException {
        // Whoever appends knows the format, but not the log's id, which goes into every checksum.
        FrameFormat guessed = new FrameFormat(0);
        byte[] forged = frame(guessed, 5, 0, "forged");
        FrameFormat format = new FrameFormat(LogState.read(folder).orElseThrow().logId());
        ByteBuffer header = ByteBuffer.allocate(FrameHeader.BYTES);
        format.header(4, 0, ByteBuffer.wrap(forged)).write(header);
        Files.write(segment, header.array(), StandardOpenOption.APPEND);
        Files.write(segment, forged, StandardOpenOption.APPEND);
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1}), whole.length + 5L);
        }
        assertKeepsThree(FrameHeader.BYTES + forged.length);
    }

    private static byte[] frame(FrameFormat format, long sequence, int back, String payload) {
        ByteBuffer bytes = Logs.bytes(payload);
        ByteBuffer frame = ByteBuffer.allocate(FrameHeader.BYTES + bytes.remaining());
        format.header(sequence, back, bytes).write(frame);
        return frame.put(bytes).array();
    }
}
