package io.plumbline.server.secret;

import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A file with a key, which only its owner may read. It is written once and never changed. */
final class KeyFile {
    private static final FileAttribute<?> OWNER_ONLY_FILE = permissions("rw-------");
    private static final FileAttribute<?> OWNER_ONLY_FOLDER = permissions("rwx------");

    private final Path path;

    KeyFile(Path path) {
        this.path = path;
    }

    private static FileAttribute<?> permissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * What the file says.
     *
     * @throws RefusedException where it cannot be read
     */
    Optional<String> read() {
        try {
            return Optional.of(Files.readString(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new RefusedException("The key file '" + path + "' cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * What the file says, after making it where there is none. Of several that make it at once one wins, and all get its key.
     *
     * @throws RefusedException where it can be neither read nor written
     */
    String readOrMake(Supplier<String> key) {
        return read().orElseGet(() -> make(key.get()));
    }

    private String make(String key) {
        try {
            Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
            Files.createDirectories(folder, OWNER_ONLY_FOLDER);
            Path unfinished = Files.createTempFile(folder, "key-", ".new", OWNER_ONLY_FILE);
            try {
                writeDurably(unfinished, key);
                Files.createLink(path, unfinished);
            } catch (FileAlreadyExistsException e) {
                return read().orElseThrow(() -> new RefusedException("The key file '" + path + "' was removed.", e));
            } finally {
                Files.delete(unfinished);
            }
            sync(folder);
            return key;
        } catch (IOException e) {
            throw new RefusedException("The key file '" + path + "' cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static void writeDurably(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A new name in a folder is durable only once the folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, Set.of(StandardOpenOption.READ))) {
            channel.force(true);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
