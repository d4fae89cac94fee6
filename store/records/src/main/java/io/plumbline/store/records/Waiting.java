package io.plumbline.store.records;

import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.store.records.frame.RecordFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** What of one dataset is in the log and in no file yet, and the locks of those who work on its files. */
final class Waiting {
    /** Held while what waits becomes files. */
    private final ReentrantLock flushing = new ReentrantLock();

    /** Held while files are put in place of others. Taken before {@link #flushing} where both are. */
    private final ReentrantLock rewriting = new ReentrantLock();

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long rows;
    private long bytes;

    /**
     * Something that waits.
     *
     * @param sequence of its frame in the log
     * @param frame what it is
     * @param bytes about how many it takes in memory
     */
    record Entry(long sequence, RecordFrame.Kept frame, long bytes) {
        BatchReceipt receipt() {
            return frame.receipt();
        }
    }

    ReentrantLock flushing() {
        return flushing;
    }

    ReentrantLock rewriting() {
        return rewriting;
    }

    synchronized void add(Entry entry) {
        entries.put(entry.receipt().batchId(), entry);
        rows += entry.receipt().rows();
        bytes += entry.bytes();
    }

    synchronized Optional<BatchReceipt> receipt(String batchId) {
        return Optional.ofNullable(entries.get(batchId)).map(Entry::receipt);
    }

    /**
     * The first entries of a kind whose frames are not later than {@code last}, up to about so many bytes. Where all are more than that they
     * are dealt out evenly, because a small rest would make a small file.
     */
    synchronized List<Entry> first(Class<? extends RecordFrame.Kept> kind, long last, long mostBytes) {
        List<Entry> asked = entries.values().stream()
                .filter(entry -> kind.isInstance(entry.frame()) && entry.sequence() <= last)
                .toList();
        long all = asked.stream().mapToLong(Entry::bytes).sum();
        long share = all / Math.max(1, Math.ceilDiv(all, mostBytes));
        List<Entry> first = new ArrayList<>();
        long total = 0;
        for (Entry entry : asked) {
            if (first.isEmpty() || total + entry.bytes() <= share) {
                first.add(entry);
                total += entry.bytes();
            }
        }
        return first;
    }

    synchronized List<Entry> all() {
        return List.copyOf(entries.values());
    }

    synchronized void remove(List<Entry> done) {
        Set<String> batchIds = new HashSet<>();
        done.forEach(entry -> batchIds.add(entry.receipt().batchId()));
        entries.keySet().removeAll(batchIds);
        rows = entries.values().stream()
                .mapToLong(entry -> entry.receipt().rows())
                .sum();
        bytes = entries.values().stream().mapToLong(Entry::bytes).sum();
    }

    synchronized boolean isEmpty() {
        return entries.isEmpty();
    }

    synchronized long rows() {
        return rows;
    }

    synchronized long bytes() {
        return bytes;
    }

    /** The number of the first frame that waits. */
    synchronized long firstSequence() {
        return entries.values().stream().mapToLong(Entry::sequence).min().orElse(Long.MAX_VALUE);
    }

    /** The number of the last one. */
    synchronized long lastSequence() {
        return entries.values().stream().mapToLong(Entry::sequence).max().orElse(0);
    }

    /** When the first of what waits came in. */
    synchronized Instant oldest() {
        return entries.values().stream()
                .map(entry -> entry.receipt().receivedAt())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }
}
