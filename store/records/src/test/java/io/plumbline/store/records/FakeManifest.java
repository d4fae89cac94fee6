package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.domain.record.RecordManifest;
import io.plumbline.measures.profile.SketchKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A manifest in memory, which can be told to fail before or after it did what it was asked. */
final class FakeManifest implements RecordManifest {
    private final Map<Id, RecordFile> files = new HashMap<>();
    private final Map<Id, Map<String, BatchReceipt>> batches = new HashMap<>();
    private final Map<Id, List<ProfileCell>> cells = new HashMap<>();
    private final Set<Id> unprofiled = new HashSet<>();
    private final Map<Id, Long> generations = new HashMap<>();
    private final Map<Id, Long> removals = new HashMap<>();
    private final Set<Id> unpacked = new HashSet<>();
    private int failuresBefore;
    private int failuresAfter;

    /** What a crash leaves: the committed state. */
    synchronized FakeManifest copy() {
        FakeManifest copy = new FakeManifest();
        copy.files.putAll(files);
        batches.forEach((dataset, receipts) -> copy.batches.put(dataset, new HashMap<>(receipts)));
        copy.cells.putAll(cells);
        copy.unprofiled.addAll(unprofiled);
        copy.generations.putAll(generations);
        copy.removals.putAll(removals);
        copy.unpacked.addAll(unpacked);
        return copy;
    }

    /** The next change fails, and nothing of it is done. */
    synchronized void failBefore() {
        failuresBefore++;
    }

    /** The next change is done, but its caller is told that it failed. */
    synchronized void failAfter() {
        failuresAfter++;
    }

    private void before() {
        if (failuresBefore > 0) {
            failuresBefore--;
            throw new IllegalStateException("the connection broke off before");
        }
    }

    private void after() {
        if (failuresAfter > 0) {
            failuresAfter--;
            throw new IllegalStateException("the connection broke off after");
        }
    }

    @Override
    public synchronized List<RecordFile> files(Id dataset) {
        return files.values().stream()
                .filter(file -> file.dataset().equals(dataset))
                .sorted(Comparator.comparingLong(RecordFile::sequence))
                .toList();
    }

    @Override
    public synchronized List<Id> datasets() {
        return files.values().stream().map(RecordFile::dataset).distinct().toList();
    }

    @Override
    public synchronized Optional<BatchReceipt> batch(Id dataset, String batchId) {
        return Optional.ofNullable(batches.getOrDefault(dataset, Map.of()).get(batchId));
    }

    @Override
    public synchronized boolean add(RecordFile file, List<BatchReceipt> receipts, List<ProfileCell> profiles) {
        before();
        Map<String, BatchReceipt> listed = batches.computeIfAbsent(file.dataset(), id -> new HashMap<>());
        if (receipts.stream().anyMatch(receipt -> listed.containsKey(receipt.batchId()))) {
            return false;
        }
        receipts.forEach(receipt -> listed.put(receipt.batchId(), receipt));
        files.put(file.id(), file);
        cells.put(file.id(), profiles);
        countChange(file.dataset(), 0);
        after();
        return true;
    }

    private void countChange(Id dataset, long removed) {
        generations.merge(dataset, 1L, Long::sum);
        removals.merge(dataset, removed, Long::sum);
    }

    @Override
    public synchronized boolean addIncoming(RecordFile file, BatchReceipt batch) {
        boolean added = add(file, List.of(batch), List.of());
        if (added) {
            unprofiled.add(file.id());
            unpacked.add(file.id());
        }
        return added;
    }

    @Override
    public synchronized List<RecordFile> unprofiled() {
        return files.values().stream()
                .filter(file -> unprofiled.contains(file.id()))
                .toList();
    }

    @Override
    public synchronized List<RecordFile> unpacked() {
        return files.values().stream()
                .filter(file -> unpacked.contains(file.id()))
                .toList();
    }

    @Override
    public synchronized boolean replaceUnpacked(Id other, RecordFile packed) {
        List<ProfileCell> profiles = cells.getOrDefault(other, List.of());
        if (!replace(packed.dataset(), List.of(other), List.of(packed), List.of())) {
            return false;
        }
        cells.put(packed.id(), profiles);
        if (unprofiled.remove(other)) {
            unprofiled.add(packed.id());
        }
        return true;
    }

    @Override
    public synchronized boolean replace(Id dataset, List<Id> others, List<RecordFile> made, List<FileCell> profiles) {
        before();
        if (!files.keySet().containsAll(others)) {
            return false;
        }
        long before = records(others.stream().map(files::get).toList());
        if (records(made) < before) {
            countChange(dataset, 1);
        }
        others.forEach(files::remove);
        others.forEach(cells::remove);
        made.forEach(file -> files.put(file.id(), file));
        made.forEach(file -> cells.put(file.id(), cellsOf(file.id(), profiles)));
        after();
        return true;
    }

    private static long records(List<RecordFile> of) {
        return of.stream()
                .filter(file -> file.content() == RecordFile.Content.RECORDS)
                .mapToLong(RecordFile::rows)
                .sum();
    }

    @Override
    public synchronized long generation(Id dataset) {
        return generations.getOrDefault(dataset, 0L);
    }

    @Override
    public synchronized long removals(Id dataset) {
        return removals.getOrDefault(dataset, 0L);
    }

    private static List<ProfileCell> cellsOf(Id file, List<FileCell> profiles) {
        return profiles.stream()
                .filter(cell -> cell.file().equals(file))
                .map(FileCell::cell)
                .toList();
    }

    @Override
    public synchronized List<ProfileCell> cells(
            Id dataset, OptionalLong fromHour, OptionalLong untilHour, Set<SketchKind> sketches) {
        List<ProfileCell> found = new ArrayList<>();
        for (RecordFile file : files(dataset)) {
            for (ProfileCell cell : cells.getOrDefault(file.id(), List.of())) {
                long hour = cell.hour().getEpochSecond() / 3600;
                if (hour >= fromHour.orElse(Long.MIN_VALUE) && hour < untilHour.orElse(Long.MAX_VALUE)) {
                    found.add(cell.keeping(sketches));
                }
            }
        }
        return found;
    }

    @Override
    public synchronized void replaceCells(Id file, List<ProfileCell> profiles) {
        before();
        cells.put(file, profiles);
        unprofiled.remove(file);
    }

    @Override
    public synchronized void drop(Id dataset) {
        countChange(dataset, 1);
        Set<Id> dropped = new HashSet<>();
        files(dataset).forEach(file -> dropped.add(file.id()));
        files.keySet().removeAll(dropped);
        cells.keySet().removeAll(dropped);
        batches.remove(dataset);
    }
}
