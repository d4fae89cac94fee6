package io.plumbline.store.artifacts;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.artifact.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Blobs as files of a folder, named by their ids, so that nothing a caller names ever becomes a path. A blob is written beside, synced, and then
 * moved to its place; what an end of the process leaves half-written is removed at the next start.
 */
public final class FolderBlobs implements Blobs {
    private static final int SHELF_DIGITS = 2;

    private final Path folder;
    private final Path incoming;

    private FolderBlobs(Path folder) {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
    }

    /**
     * Opens the folder, which is made where there is none, and removes what was left half-written. One process uses it at a time.
     *
     * @throws IOException where the folder cannot be written
     */
    public static FolderBlobs open(Path folder) throws IOException {
        FolderBlobs blobs = new FolderBlobs(folder.toAbsolutePath());
        Files.createDirectories(blobs.incoming);
        blobs.removeUnfinished(Instant.MAX);
        return blobs;
    }

    @Override
    public Stored put(Id id, InputStream content, long most) {
        Path beside = incoming.resolve(id.toString());
        try {
            Stored stored = write(beside, new Incoming(content, most));
            Path shelf = shelf(id);
            Files.createDirectories(shelf);
            Files.move(beside, place(id), StandardCopyOption.ATOMIC_MOVE);
            sync(shelf);
            return stored;
        } catch (IOException e) {
            throw full(e);
        } finally {
            discard(beside);
        }
    }

    private static Stored write(Path file, Incoming content) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            content.transfer(Channels.newOutputStream(out), Long.MAX_VALUE);
            out.force(true);
        }
        return content.stored();
    }

    /** The name of a new file is durable when its folder is. */
    private void sync(Path shelf) throws IOException {
        for (Path one : new Path[] {shelf, folder}) {
            try (FileChannel channel = FileChannel.open(one, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void discard(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException full(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return new PlumblineException(new Failure.AlreadyExists("blob", String.valueOf(e.getMessage())), e);
        }
        return new PlumblineException(
                new Failure.StorageFull("the artifact cannot be written to the disk; nothing of it was kept"), e);
    }

    @Override
    public InputStream open(Id id, long offset, long length) {
        try {
            FileChannel channel = FileChannel.open(place(id), StandardOpenOption.READ);
            channel.position(offset);
            return new Part(Channels.newInputStream(channel), length);
        } catch (NoSuchFileException e) {
            throw new PlumblineException(new Failure.NotFound("blob", id.toString()), e);
        } catch (IOException e) {
            throw new PlumblineException(new Failure.Unreachable("the artifact cannot be read"), e);
        }
    }

    @Override
    public void remove(Id id) {
        discard(place(id));
    }

    /** Shelf by shelf. */
    @Override
    public List<Id> list(Optional<Id> after, int limit) {
        String from = after.map(id -> shelf(id).getFileName().toString()).orElse("");
        try (Stream<Path> shelves = Files.list(folder)) {
            return shelves.filter(shelf ->
                            isShelf(shelf) && shelf.getFileName().toString().compareTo(from) >= 0)
                    .sorted()
                    .flatMap(shelf -> on(shelf, after))
                    .limit(limit)
                    .toList();
        } catch (IOException e) {
            throw unread(e);
        }
    }

    private static boolean isShelf(Path path) {
        return path.getFileName().toString().length() == SHELF_DIGITS;
    }

    /** The blobs of a shelf in order, without those up to this one where it stands there too. */
    private Stream<Id> on(Path shelf, Optional<Id> after) {
        try (Stream<Path> files = Files.list(shelf)) {
            return files
                    .flatMap(file -> Id.parse(file.getFileName().toString()).stream())
                    .filter(id -> after.isEmpty() || !shelf(after.get()).equals(shelf) || id.compareTo(after.get()) > 0)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw unread(e);
        }
    }

    /** Nobody else writes into the folder, so that their times are those of this machine. */
    @Override
    public void removeUnfinished(Instant before) {
        try (Stream<Path> begun = Files.list(incoming)) {
            for (Path file : begun.toList()) {
                removeOlder(file, before);
            }
        } catch (IOException e) {
            throw unread(e);
        }
    }

    private static void removeOlder(Path file, Instant before) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.delete(file);
            }
        } catch (NoSuchFileException finished) {
            // It is in its place now.
        }
    }

    private static PlumblineException unread(IOException e) {
        return new PlumblineException(new Failure.Unreachable("the folder of artifacts cannot be read"), e);
    }

    /** The last digits are random, so that folders fill evenly. */
    private Path shelf(Id id) {
        String digits = id.toString();
        return folder.resolve(digits.substring(digits.length() - SHELF_DIGITS));
    }

    private Path place(Id id) {
        return shelf(id).resolve(id.toString());
    }
}
