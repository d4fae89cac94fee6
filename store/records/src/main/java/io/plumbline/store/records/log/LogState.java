package io.plumbline.store.records.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What a log knows about itself beside its segments, so that a segment that is gone is noticed wherever it was.
 *
 * @param logId random number of the log
 * @param consumed frames up to this number are not needed any more; their segments may be gone
 * @param newest first frame of the newest segment
 * @param synced frames up to this number were durable when the state was written
 */
record LogState(long logId, long consumed, long newest, long synced) {
    private static final String NAME = "intake.state";
    private static final long MAGIC = 0x504c554d42535441L; // PLUMBSTA
    private static final int VERSION = 1;
    private static final int BYTES = 8 + 4 + 4 * 8 + 4;

    static Path file(Path folder) {
        return folder.resolve(NAME);
    }

    /** Replaces the state of the folder, durably and as a whole. */
    void write(Path folder, LogDisk disk) throws IOException {
        Path next = folder.resolve(NAME + LogFolder.UNFINISHED);
        try (LogDisk.OpenFile file = disk.create(next)) {
            file.write(bytes(), 0);
            file.sync();
        }
        Files.move(next, file(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        disk.syncFolder(folder);
    }

    /** The state of a folder, or none where the file is missing or damaged. */
    static Optional<LogState> read(Path folder) throws IOException {
        return Files.exists(file(folder)) ? of(ByteBuffer.wrap(Files.readAllBytes(file(folder)))) : Optional.empty();
    }

    private static Optional<LogState> of(ByteBuffer bytes) {
        if (bytes.remaining() != BYTES || bytes.getLong(0) != MAGIC || bytes.getInt(8) != VERSION) {
            return Optional.empty();
        }
        LogState state = new LogState(bytes.getLong(12), bytes.getLong(20), bytes.getLong(28), bytes.getLong(36));
        return bytes.getInt(BYTES - 4) == checksum(bytes) ? Optional.of(state) : Optional.empty();
    }

    private ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putLong(MAGIC)
                .putInt(VERSION)
                .putLong(logId)
                .putLong(consumed)
                .putLong(newest)
                .putLong(synced);
        return bytes.putInt(checksum(bytes)).flip();
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate().clear().limit(BYTES - 4));
        return (int) crc.getValue();
    }
}
