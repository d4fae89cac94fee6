package io.plumbline.store.records.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** What the log asks of a disk when it writes. There is one real disk; tests put one that fails in its place. */
public interface LogDisk {
    /** Creates a file, or empties it where it exists, and opens it for writing. */
    OpenFile create(Path path) throws IOException;

    /** Opens a file that exists for writing. */
    OpenFile open(Path path) throws IOException;

    /** Makes the names in a folder durable: files created, renamed or removed before stay so. */
    void syncFolder(Path folder) throws IOException;

    /** Bytes that can still be written to the disk on which the folder is. */
    long freeBytes(Path folder) throws IOException;

    /** The disks of this machine. */
    static LogDisk real() {
        return new RealDisk();
    }

    /** A file open for writing. */
    interface OpenFile extends Closeable {
        /** Writes all remaining bytes from an offset on; after a failure some of them may have been written. */
        void write(ByteBuffer bytes, long offset) throws IOException;

        /** Makes everything written so far durable, with the length of the file. */
        void sync() throws IOException;

        /** Cuts the file off. */
        void truncate(long bytes) throws IOException;
    }
}
