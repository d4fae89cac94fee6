package io.plumbline.store.records.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the tests of the log do over and over. */
final class Logs {
    static final LogSettings SMALL = LogSettings.defaults()
            .withPayloadBytes(4096)
            .withSegmentBytes(1 << 20)
            .withHeldBytes(1 << 26);

    private Logs() {}

    static IntakeLog open(Path folder, LogSettings settings, LogDisk disk) throws IOException {
        return IntakeLog.open(folder, settings, disk, InstantSource.system());
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    static long append(IntakeLog log, String text) {
        return log.append(bytes(text));
    }

    /** Creates a log of these payloads and closes it as a kill would: the state on disk is that of the opening. */
    static void crashed(Path folder, LogSettings settings, List<String> payloads) throws IOException {
        Path state = LogState.file(folder);
        IntakeLog log = IntakeLog.open(folder, settings);
        payloads.forEach(payload -> append(log, payload));
        byte[] open = Files.readAllBytes(state);
        log.close();
        Files.write(state, open);
    }

    static List<String> contents(IntakeLog log) throws IOException {
        return contentsFrom(log, 1);
    }

    static List<String> contentsFrom(IntakeLog log, long sequence) throws IOException {
        List<String> contents = new ArrayList<>();
        log.read(sequence, frame -> contents.add(UTF_8.decode(frame.payload()).toString()));
        return contents;
    }

    static List<Path> segments(Path folder) throws IOException {
        return new LogFolder(folder).segments().stream().map(Segment::path).toList();
    }

    static List<String> fileNames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    static void flip(Path file, long offset) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[Math.toIntExact(offset)] ^= 0x10;
        Files.write(file, bytes);
    }

    static void await(Condition condition) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not happen within 20 s");
            }
            Thread.onSpinWait();
        }
    }

    interface Condition {
        boolean holds() throws IOException;
    }
}
