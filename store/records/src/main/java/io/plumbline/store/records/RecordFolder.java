package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.store.records.log.DurableFolders;
import io.plumbline.store.records.log.LogDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** The files of all datasets, a folder for each. A file that somebody reads is removed only after the last reader has left it. */
final class RecordFolder {
    private static final System.Logger LOG = System.getLogger(RecordFolder.class.getName());
    private static final String RECORDS = ".parquet";
    private static final String CHANGES = ".changes.parquet";

    private final Path root;

    /** Shared by those who list and pin, or leave; alone who retires. So no file goes between being listed and being pinned. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    private final Map<Path, Integer> readers = new ConcurrentHashMap<>();
    private final Set<Path> retired = ConcurrentHashMap.newKeySet();

    RecordFolder(Path root) {
        this.root = root.toAbsolutePath();
    }

    Path root() {
        return root;
    }

    Path path(RecordFile file) {
        return path(file.dataset(), file.id(), file.content());
    }

    private Path path(Id dataset, Id file, RecordFile.Content content) {
        String ending = switch (content) {
            case RECORDS -> RECORDS;
            case CHANGES -> CHANGES;
        };
        return root.resolve(dataset.toString()).resolve(file + ending);
    }

    List<Path> paths(List<RecordFile> files) {
        return files.stream().map(this::path).toList();
    }

    /** Where a new file goes; its folder is there. */
    Path create(Id dataset, Id file, RecordFile.Content content) {
        Path path = path(dataset, file, content);
        try {
            DurableFolders.create(root.resolve(dataset.toString()), LogDisk.real());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    /** Lists files and keeps them from being removed until they are {@link #leave left}. */
    List<RecordFile> enter(Supplier<List<RecordFile>> listing) {
        lock.readLock().lock();
        try {
            List<RecordFile> files = listing.get();
            files.forEach(file -> readers.merge(path(file), 1, Integer::sum));
            return files;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Ends what {@link #enter} began. */
    void leave(List<RecordFile> files) {
        lock.readLock().lock();
        try {
            for (RecordFile file : files) {
                Path path = path(file);
                Integer others = readers.computeIfPresent(path, (each, count) -> count == 1 ? null : count - 1);
                if (others == null && retired.remove(path)) {
                    remove(path);
                }
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Removes files that are not listed any more, as soon as nobody reads them. */
    void retire(List<RecordFile> files) {
        lock.writeLock().lock();
        try {
            for (Path path : paths(files)) {
                if (readers.containsKey(path)) {
                    retired.add(path);
                } else {
                    remove(path);
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Removes a file that was never listed. */
    void discard(Id dataset, Id file, RecordFile.Content content) {
        remove(path(dataset, file, content));
    }

    /** A file that stays only takes room, until the next start removes what is not listed. */
    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "could not remove " + path + ", which is not needed any more", e);
        }
    }
}
