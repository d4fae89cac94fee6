package io.plumbline.store.records;

import static io.plumbline.store.records.StoreFixture.DATASET;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordChange.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight writers on one dataset, readers beside them, and the background at work all the time. */
class ConcurrentStoreTest {
    private static final long HOUR = 3_600_000_000L;
    private static final int WRITERS = 8;
    private static final int BATCHES = 40;
    private static final StoreSettings BUSY = StoreFixture.STILL
            .withTick(Duration.ofMillis(1))
            .withFlush(10_000, 20, Duration.ofMillis(5))
            .withCompaction(3, 4);

    @TempDir
    Path root;

    @Test
    void readersSeeAllThatWasAcknowledgedBeforeAndNothingTwice() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean writing = new AtomicBoolean(true);
        StoreFixture fixture = StoreFixture.open(root, BUSY);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> readers = new ArrayList<>();
            for (int reader = 0; reader < 3; reader++) {
                readers.add(threads.submit(reading(fixture, acknowledged, writing)));
            }
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.submit(writing(fixture, acknowledged, "w" + writer)));
            }
            all(writers);
            writing.set(false);
            all(readers);
        } finally {
            writing.set(false);
        }
        assertThat(fixture.ids()).hasSize(WRITERS * BATCHES * 2).doesNotHaveDuplicates();
        assertThat(fixture.store.status().trouble()).isEmpty();
        Map<String, String> digests = fixture.digests();
        fixture.store.recompute(fixture.dataset());
        assertThat(fixture.digests()).isEqualTo(digests);
        fixture = checkedAfterRestart(fixture, digests);
        fixture.close();
    }

    private static StoreFixture checkedAfterRestart(StoreFixture fixture, Map<String, String> digests)
            throws IOException {
        StoreFixture after = fixture.reopen();
        assertThat(after.ids()).hasSize(WRITERS * BATCHES * 2).doesNotHaveDuplicates();
        assertThat(after.digests()).isEqualTo(digests);
        return after;
    }

    private static Callable<Void> writing(StoreFixture fixture, Set<String> acknowledged, String name) {
        return () -> {
            for (int i = 0; i < BATCHES; i++) {
                String batchId = name + "." + i;
                fixture.store.append(DATASET, batchId, Batches.counting(batchId, 2, HOUR * (1 + i % 4)));
                acknowledged.add(batchId + "-0");
                acknowledged.add(batchId + "-1");
                if (i % 5 == 0) {
                    RecordChange change =
                            new RecordChange(batchId + "-0", Part.VALUE, "x", Optional.of("100"), Instant.EPOCH);
                    fixture.store.change(DATASET, "change " + batchId, List.of(change));
                }
            }
            return null;
        };
    }

    private static Callable<Void> reading(StoreFixture fixture, Set<String> acknowledged, AtomicBoolean writing) {
        return () -> {
            while (writing.get()) {
                Set<String> before = Set.copyOf(acknowledged);
                List<String> ids = fixture.ids();
                assertThat(ids).doesNotHaveDuplicates();
                assertThat(new HashSet<>(ids)).containsAll(before);
            }
            return null;
        };
    }

    private static void all(List<Future<?>> futures) throws InterruptedException, ExecutionException {
        for (Future<?> future : futures) {
            future.get();
        }
    }
}
