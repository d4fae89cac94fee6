package io.plumbline.store.records;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What of all datasets waits to become files, within a bound. */
final class Pending {
    private final StoreSettings settings;
    private final LowWater lowWater;
    private final Map<Id, Waiting> datasets = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    Pending(StoreSettings settings, LowWater lowWater) {
        this.settings = settings;
        this.lowWater = lowWater;
    }

    Waiting of(Id dataset) {
        return datasets.computeIfAbsent(dataset, each -> new Waiting());
    }

    /**
     * Reserves room before anything is taken.
     *
     * @throws PlumblineException of {@link Failure.Busy} where there is none; a single batch always fits where nothing waits
     */
    void reserve(long more) {
        long before = bytes.getAndAdd(more);
        if (before > 0 && before + more > settings.waitingBytes()) {
            bytes.addAndGet(-more);
            throw new PlumblineException(new Failure.Busy(settings.retryAfter()));
        }
    }

    /** Reserves room for what is in the log already. */
    void reserveAnyway(long more) {
        bytes.addAndGet(more);
    }

    void release(long less) {
        bytes.addAndGet(-less);
    }

    void add(Id dataset, Waiting.Entry entry) {
        of(dataset).add(entry);
    }

    /** Entries are in files, or dropped. */
    void settle(Id dataset, List<Waiting.Entry> done) {
        of(dataset).remove(done);
        for (Waiting.Entry entry : done) {
            release(entry.bytes());
            lowWater.settle(entry.sequence());
        }
    }

    long bytes() {
        return bytes.get();
    }

    long rows() {
        return datasets.values().stream().mapToLong(Waiting::rows).sum();
    }

    /** All datasets of which something waits. */
    List<Id> datasets() {
        return datasets.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Datasets that are to be flushed now: by size, by rows, by age, or because memory runs short and they hold most. */
    List<Id> due(Instant now) {
        boolean scarce = bytes() > settings.waitingBytes() / 2;
        return datasets().stream()
                .filter(dataset ->
                        isDue(of(dataset), now) || (scarce && of(dataset).bytes() >= bytes() / 8))
                .sorted(Comparator.comparingLong(dataset -> -of(dataset).bytes()))
                .toList();
    }

    boolean isLarge(Waiting waiting) {
        return waiting.bytes() >= settings.flushBytes() || waiting.rows() >= settings.flushRows();
    }

    private boolean isDue(Waiting waiting, Instant now) {
        return isLarge(waiting) || !waiting.oldest().plus(settings.flushAge()).isAfter(now);
    }

    /** The dataset that keeps the log from becoming shorter. */
    List<Id> holdingTheLog() {
        return datasets().stream()
                .min(Comparator.comparingLong(dataset -> of(dataset).firstSequence()))
                .stream()
                .toList();
    }
}
