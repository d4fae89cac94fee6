package io.plumbline.server.serve;

import io.plumbline.server.output.RefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of everything that a server keeps, while this server works on it and no other does. */
public final class DataFolder implements Closeable {
    private final Path path;
    private final ServerLock lock;

    private DataFolder(Path path, ServerLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the folder, after making it where there is none.
     *
     * @throws RefusedException where another server works on it, or it cannot be written
     */
    public static DataFolder take(Path path) {
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
            return new DataFolder(
                    path,
                    ServerLock.take(path.resolve("server.lock"), "the data folder '" + path + "'", "folder by --data"));
        } catch (IOException e) {
            throw new RefusedException("The data folder '" + path + "' cannot be written: " + e.getMessage() + ".", e);
        }
    }

    Path path() {
        return path;
    }

    /** A folder for what is worth nothing after a restart. */
    Path scratch() {
        try {
            return Files.createDirectories(path.resolve("scratch"));
        } catch (IOException e) {
            throw new RefusedException("The data folder '" + path + "' cannot be written: " + e.getMessage() + ".", e);
        }
    }

    /** The folder of the bytes of artifacts. */
    Path artifacts() {
        return path.resolve("artifacts");
    }

    /** A folder for bodies of requests while they are worked on. It is empty: what a killed server left there is of no use. */
    Path spool() {
        try {
            Path spool = Files.createDirectories(path.resolve("spool"));
            try (DirectoryStream<Path> left = Files.newDirectoryStream(spool)) {
                for (Path file : left) {
                    Files.delete(file);
                }
            }
            return spool;
        } catch (IOException e) {
            throw new RefusedException("The data folder '" + path + "' cannot be written: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
