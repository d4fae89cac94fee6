package io.plumbline.store.records.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The first bytes of a segment.
 *
 * @param logId random number of the log
 * @param first number of the first frame
 * @param createdMicros when it was created, in microseconds since 1970
 */
record SegmentHeader(long logId, long first, long createdMicros) {
    static final int BYTES = 8 + 4 + 8 + 8 + 8 + 4;
    private static final long MAGIC = 0x504c554d424c4f47L; // PLUMBLOG
    private static final int VERSION = 1;

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putLong(MAGIC).putInt(VERSION).putLong(logId).putLong(first).putLong(createdMicros);
        return bytes.putInt(checksum(bytes)).flip();
    }

    /** The header of a segment, or none where it is damaged. */
    static Optional<SegmentHeader> of(Segment segment) throws IOException {
        try (FileWindow file = FileWindow.open(segment.path())) {
            return file.has(0, BYTES) ? read(file.copy(0, BYTES)) : Optional.empty();
        }
    }

    /** The header in these bytes, or none where they are not one of this format's version. */
    private static Optional<SegmentHeader> read(ByteBuffer bytes) {
        if (bytes.remaining() < BYTES || bytes.getLong(0) != MAGIC || bytes.getInt(8) != VERSION) {
            return Optional.empty();
        }
        SegmentHeader header = new SegmentHeader(bytes.getLong(12), bytes.getLong(20), bytes.getLong(28));
        return bytes.getInt(BYTES - 4) == checksum(bytes) ? Optional.of(header) : Optional.empty();
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate().clear().limit(BYTES - 4));
        return (int) crc.getValue();
    }
}
