package io.plumbline.server.serve;

import io.plumbline.server.output.RefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of everything that a server keeps, while this server works on it and no other does. */
public final class DataFolder implements Closeable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
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
            Path lock = path.resolve("server.lock");
            FileChannel channel = FileChannel.open(
                    lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new RefusedException("Another server works on the data folder '" + path + "': process "
                        + Files.readString(lock).strip() + ". Stop it first, or name another folder by --data.");
            }
            return new DataFolder(path, signed(channel));
        } catch (IOException e) {
            throw new RefusedException("The data folder '" + path + "' cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) { // by this very process
            return false;
        }
    }

    /** With the number of this process in it, for the message of the next one that comes. */
    private static FileChannel signed(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return channel;
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
        channel.close();
    }
}
