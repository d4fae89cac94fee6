package io.plumbline.store.artifacts;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.artifact.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Blobs as files of a folder, named by their ids, so that nothing a caller names ever becomes a path. A blob is written beside, synced, and then
 * moved to its place; what an end of the process leaves half-written is removed at the next start.
 */
public final class FolderBlobs implements Blobs {
    private static final int BUFFER = 1 << 17;

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
        try (Stream<Path> left = Files.list(blobs.incoming)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        return blobs;
    }

    @Override
    public Stored put(Id id, InputStream content, long most) {
        Path beside = incoming.resolve(id.toString());
        try {
            Stored stored = write(beside, content, most);
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

    private static Stored write(Path file, InputStream content, long most) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new PlumblineException(
                            new Failure.TooLarge("the file has more than the " + most + " bytes that are taken here"));
                }
                digest.update(buffer, 0, read);
                writeAll(out, ByteBuffer.wrap(buffer, 0, read));
            }
            out.force(true);
        }
        return new Stored(size, HexFormat.of().formatHex(digest.digest()));
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
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

    /** The last digits are random, so that folders fill evenly. */
    private Path shelf(Id id) {
        return folder.resolve(id.toString().substring(22));
    }

    private Path place(Id id) {
        return shelf(id).resolve(id.toString());
    }
}
