package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.domain.record.RecordManifest;
import io.plumbline.store.records.frame.FrameCodec;
import io.plumbline.store.records.frame.RecordFrame;
import io.plumbline.store.records.log.DurableFolders;
import io.plumbline.store.records.log.Frame;
import io.plumbline.store.records.log.IntakeLog;
import io.plumbline.store.records.log.LogDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Takes up what an earlier process left: batches in the log that are in no file, and files that are in no manifest. */
final class StoreRecovery {
    private static final String SET_ASIDE = "unlisted";

    private final IntakeLog log;
    private final RecordManifest manifest;
    private final DatasetLookup lookup;
    private final RecordFolder folder;
    private final Pending pending;
    private final LowWater lowWater;
    private final List<Path> removed = new ArrayList<>();
    private final List<Path> setAside = new ArrayList<>();
    private final List<Path> missing = new ArrayList<>();
    private final Set<Id> droppedDatasets = new HashSet<>();
    private long listed;
    private long lastSeen;

    StoreRecovery(IntakeLog log, Parts parts, RecordFolder folder, Pending pending, LowWater lowWater) {
        this.log = log;
        this.manifest = parts.manifest();
        this.lookup = parts.datasets();
        this.folder = folder;
        this.pending = pending;
        this.lowWater = lowWater;
    }

    StoreReport run() throws IOException {
        replay();
        sweep();
        long waiting = pending.datasets().stream()
                .mapToLong(dataset -> pending.of(dataset).all().size())
                .sum();
        return new StoreReport(log.recovery(), waiting, listed, removed, setAside, missing);
    }

    private void replay() throws IOException {
        lastSeen = log.consumed();
        log.read(log.consumed() + 1, this::replay);
        lowWater.settleBetween(lastSeen, log.last() + 1);
    }

    private void replay(Frame frame) {
        // Frames that were lost are of no more use.
        lowWater.settleBetween(lastSeen, frame.sequence());
        lastSeen = frame.sequence();
        switch (FrameCodec.decode(frame.payload())) {
            case RecordFrame.Kept kept -> replay(frame.sequence(), kept);
            case RecordFrame.Dropped dropped -> {
                droppedDatasets.add(dropped.dataset());
                pending.settle(dropped.dataset(), pending.of(dropped.dataset()).all());
                manifest.drop(dropped.dataset());
                lowWater.settle(frame.sequence());
            }
        }
    }

    private void replay(long sequence, RecordFrame.Kept frame) {
        String batchId = frame.receipt().batchId();
        if (manifest.batch(frame.dataset(), batchId).isPresent()
                || pending.of(frame.dataset()).receipt(batchId).isPresent()) {
            listed++;
            lowWater.settle(sequence);
        } else {
            long footprint = Footprint.of(frame);
            pending.reserveAnyway(footprint);
            pending.add(frame.dataset(), new Waiting.Entry(sequence, frame, footprint));
        }
    }

    private void sweep() throws IOException {
        Set<Path> known = new HashSet<>();
        for (Id dataset : manifest.datasets()) {
            List<RecordFile> files = manifest.files(dataset);
            known.addAll(folder.paths(files));
        }
        known.stream().filter(path -> !Files.exists(path)).sorted().forEach(missing::add);
        for (Path dataset : datasetFolders()) {
            List<Path> unlisted = regularFiles(dataset);
            unlisted.removeAll(known);
            if (isKnown(dataset) || known.stream().anyMatch(path -> path.startsWith(dataset))) {
                remove(unlisted);
            } else {
                setAside(dataset, unlisted);
            }
        }
    }

    /** Whether the log tells of the dataset, or the database does: a file that came in beside the log may have been its first. */
    private boolean isKnown(Path datasetFolder) {
        Id dataset = Id.of(datasetFolder.getFileName().toString());
        return droppedDatasets.contains(dataset)
                || !pending.of(dataset).isEmpty()
                || lookup.find(dataset).isPresent();
    }

    private List<Path> datasetFolders() throws IOException {
        DurableFolders.create(folder.root(), LogDisk.real());
        try (Stream<Path> folders = Files.list(folder.root())) {
            return folders.filter(Files::isDirectory)
                    .filter(path -> Id.parse(path.getFileName().toString()).isPresent())
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> regularFiles(Path dataset) throws IOException {
        try (Stream<Path> files = Files.list(dataset)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        }
    }

    /** What is unlisted in a dataset that the manifest or the log knows is a leftover: its records are in the log or in other files. */
    private void remove(List<Path> unlisted) throws IOException {
        for (Path file : unlisted) {
            Files.delete(file);
            removed.add(file);
        }
    }

    /** If nobody knows the dataset at all, it may be the wrong manifest, and a file the only one of its kind. */
    private void setAside(Path dataset, List<Path> unlisted) throws IOException {
        for (Path file : unlisted) {
            Path target = folder.root().resolve(SET_ASIDE).resolve(dataset.getFileName());
            DurableFolders.create(target, LogDisk.real());
            setAside.add(Files.move(file, target.resolve(file.getFileName())));
        }
    }
}
