package io.plumbline.server.serve;

import io.plumbline.server.output.RefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file by which one server keeps others from what it works on. It is free again when this is closed, or the process ends in whatever way. */
final class ServerLock implements Closeable {
    private final FileChannel channel;

    private ServerLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it, after making the file where there is none.
     *
     * @param what is worked on, for the message
     * @param otherwise what a person may name instead, for the message
     * @throws RefusedException where another server has it
     * @throws IOException where the file cannot be written
     */
    static ServerLock take(Path file, String what, String otherwise) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!isTaken(channel)) {
                throw new RefusedException("Another server works on " + what + ": process "
                        + Files.readString(file).strip() + ". Stop it first, or name another " + otherwise + ".");
            }
            sign(channel);
            return new ServerLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) { // another one of this very process
            return false;
        }
    }

    /** With the number of this process in it, for the message of the next one that comes. */
    private static void sign(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
