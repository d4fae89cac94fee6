package io.plumbline.store.records.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * What makes the frames of one log: its id goes into every checksum, so that neither a frame of another log nor bytes that somebody appended as payload pass for
 * a frame of this one.
 *
 * @param logId random number of the log
 */
record FrameFormat(long logId) {
    /** Bytes that a payload may have at most, whatever a log is set to. */
    static final int LONGEST_PAYLOAD = 1 << 29;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    FrameHeader header(long sequence, int back, ByteBuffer payload) {
        int length = payload.remaining();
        return new FrameHeader(length, checksum(length, sequence, back, payload), sequence, back);
    }

    FrameHeader hole(long lastLost) {
        return header(lastLost, 0, NOTHING);
    }

    boolean proves(FrameHeader header, ByteBuffer payload) {
        return header.checksum() == checksum(header.length(), header.sequence(), header.back(), payload);
    }

    private int checksum(int length, long sequence, int back, ByteBuffer payload) {
        ByteBuffer fields = ByteBuffer.allocate(8 + FrameHeader.BYTES - 4);
        fields.putLong(logId).putInt(length).putLong(sequence).putInt(back).flip();
        CRC32C crc = new CRC32C();
        crc.update(fields);
        crc.update(payload.duplicate());
        return (int) crc.getValue();
    }
}
