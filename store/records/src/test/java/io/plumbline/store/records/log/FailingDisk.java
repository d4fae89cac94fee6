package io.plumbline.store.records.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A disk that fails where it is told to: writes that would pass a limit break off half way, as on a full disk, and calls can be made to fail. */
final class FailingDisk implements LogDisk {
    private final LogDisk real = LogDisk.real();
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean syncFails;
    private volatile boolean truncateFails;

    /** From now on so many bytes can be written. */
    void hasRoomFor(long bytes) {
        room.set(bytes);
    }

    void syncFails() {
        syncFails = true;
    }

    void truncateFails() {
        truncateFails = true;
    }

    @Override
    public OpenFile create(Path path) throws IOException {
        return new Failing(real.create(path));
    }

    @Override
    public OpenFile open(Path path) throws IOException {
        return new Failing(real.open(path));
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        real.syncFolder(folder);
    }

    @Override
    public long freeBytes(Path folder) {
        return room.get();
    }

    private final class Failing implements OpenFile {
        private final OpenFile file;

        Failing(OpenFile file) {
            this.file = file;
        }

        @Override
        public void write(ByteBuffer bytes, long offset) throws IOException {
            int part = (int) Math.min(room.get(), bytes.remaining());
            int rest = bytes.remaining() - part;
            room.addAndGet(-part);
            file.write(bytes.slice(bytes.position(), part), offset);
            if (rest > 0) {
                throw new IOException("No space left on device");
            }
            bytes.position(bytes.limit());
        }

        @Override
        public void sync() throws IOException {
            if (syncFails) {
                throw new IOException("Input/output error");
            }
            file.sync();
        }

        @Override
        public void truncate(long bytes) throws IOException {
            if (truncateFails) {
                throw new IOException("Read-only file system");
            }
            file.truncate(bytes);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
