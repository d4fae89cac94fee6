package io.plumbline.store.records.log;

import static io.plumbline.store.records.log.Logs.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentAppendsTest {
    private static final int WRITERS = 32;
    private static final int EACH = 200;

    @TempDir
    Path folder;

    @Test
    void everyAppendHasItsOwnNumberAndItsOwnBytes() throws Exception {
        Map<Long, String> acknowledged = new ConcurrentHashMap<>();
        try (IntakeLog log = IntakeLog.open(folder, SMALL.withSegmentBytes(10_000))) {
            inParallel(writer -> {
                for (int i = 0; i < EACH; i++) {
                    String payload = writer + ":" + i;
                    assertThat(acknowledged.put(Logs.append(log, payload), payload))
                            .isNull();
                }
            });
            assertThat(log.last()).isEqualTo((long) WRITERS * EACH);
            assertReadsBack(log, acknowledged);
        }
        try (IntakeLog log = IntakeLog.open(folder, SMALL)) {
            assertReadsBack(log, acknowledged);
        }
    }

    @Test
    void readersSeeWhatWasAcknowledgedBeforeTheyBegan() throws Exception {
        try (IntakeLog log = IntakeLog.open(folder, SMALL.withSegmentBytes(5_000))) {
            inParallel(writer -> {
                for (int i = 0; i < 20; i++) {
                    long sequence = Logs.append(log, "x".repeat(writer));
                    List<Long> seen = new ArrayList<>();
                    log.read(sequence, frame -> seen.add(frame.sequence()));
                    assertThat(seen).startsWith(sequence).isSorted();
                }
            });
        }
    }

    @Test
    void appendsThatWaitTogetherShareASync() throws Exception {
        Gate disk = new Gate();
        try (IntakeLog log = IntakeLog.open(folder, SMALL, disk, InstantSource.system())) {
            disk.permits.drainPermits();
            int syncs = disk.syncs.get();
            Future<Long> first;
            List<Future<Long>> others = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                first = threads.submit(() -> Logs.append(log, "first"));
                Logs.await(disk.permits::hasQueuedThreads);
                for (int i = 0; i < 50; i++) {
                    others.add(threads.submit(() -> Logs.append(log, "other")));
                }
                Logs.await(() -> log.waiting() == 50);
                disk.permits.release(1000);
            }
            assertThat(first.get()).isEqualTo(1);
            for (Future<Long> other : others) {
                assertThat(other.get()).isBetween(2L, 51L);
            }
            assertThat(disk.syncs.get() - syncs).isEqualTo(2);
        }
    }

    @Test
    void isBusyWhenTooMuchWaitsAndTakesNothingOfWhatItRefused() throws Exception {
        Gate disk = new Gate();
        LogSettings settings = SMALL.withPayloadBytes(100).withQueue(3, 200);
        try (IntakeLog log = IntakeLog.open(folder, settings, disk, InstantSource.system())) {
            disk.permits.drainPermits();
            List<Future<Long>> appends = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                appends.add(threads.submit(() -> Logs.append(log, "on its way")));
                Logs.await(disk.permits::hasQueuedThreads);
                appends.add(threads.submit(() -> Logs.append(log, "x".repeat(100))));
                Logs.await(() -> log.waiting() == 1);
                assertThat(refused(log, "y".repeat(100))).contains("waits to be written", "1000 ms");
                appends.add(threads.submit(() -> Logs.append(log, "small")));
                appends.add(threads.submit(() -> Logs.append(log, "small")));
                Logs.await(() -> log.waiting() == 3);
                assertThat(refused(log, "s")).contains("waits to be written");
                disk.permits.release(1000);
            }
            for (Future<Long> append : appends) {
                append.get();
            }
            assertThat(Logs.contents(log)).containsExactly("on its way", "x".repeat(100), "small", "small");
        }
    }

    private static String refused(IntakeLog log, String payload) {
        try {
            Logs.append(log, payload);
            throw new AssertionError("not refused");
        } catch (LogException.Busy e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void assertReadsBack(IntakeLog log, Map<Long, String> acknowledged) throws IOException {
        List<String> expected = new ArrayList<>();
        for (long sequence = 1; sequence <= acknowledged.size(); sequence++) {
            expected.add(acknowledged.get(sequence));
        }
        assertThat(Logs.contents(log)).isEqualTo(expected);
    }

    private static void inParallel(Work work) throws InterruptedException, ExecutionException {
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 1; writer <= WRITERS; writer++) {
                int number = writer;
                all.add(threads.submit(() -> {
                    work.run(number);
                    return null;
                }));
            }
        }
        for (Future<?> each : all) {
            each.get();
        }
    }

    private interface Work {
        void run(int writer) throws IOException;
    }

    /** A disk on which writing waits for a permit. */
    private static final class Gate implements LogDisk {
        private final LogDisk real = LogDisk.real();
        private final Semaphore permits = new Semaphore(1000);
        private final AtomicInteger syncs = new AtomicInteger();

        @Override
        public OpenFile create(Path path) throws IOException {
            return real.create(path);
        }

        @Override
        public OpenFile open(Path path) throws IOException {
            return new Gated(real.open(path));
        }

        @Override
        public void syncFolder(Path path) throws IOException {
            real.syncFolder(path);
        }

        @Override
        public long freeBytes(Path path) throws IOException {
            return real.freeBytes(path);
        }

        private final class Gated implements OpenFile {
            private final OpenFile file;

            Gated(OpenFile file) {
                this.file = file;
            }

            @Override
            public void write(ByteBuffer bytes, long offset) throws IOException {
                permits.acquireUninterruptibly();
                file.write(bytes, offset);
            }

            @Override
            public void sync() throws IOException {
                syncs.incrementAndGet();
                file.sync();
            }

            @Override
            public void truncate(long bytes) throws IOException {
                file.truncate(bytes);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        }
    }
}
