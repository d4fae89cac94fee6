package io.plumbline.store.records.log;

import java.nio.ByteBuffer;

/**
 * The fixed part of a frame.
 *
 * @param length bytes of the payload; 0 marks a hole, which stands for frames that were lost, up to and including {@code sequence}
 * @param checksum CRC-32C of the log's id, the other fields and the payload
 * @param sequence number of the frame
 * @param back bytes from the start of the group that was written and synced together to the start of this frame
 */
record FrameHeader(int length, int checksum, long sequence, int back) {
    static final int BYTES = 4 + 4 + 8 + 4;

    static FrameHeader read(ByteBuffer from) {
        return new FrameHeader(from.getInt(), from.getInt(), from.getLong(), from.getInt());
    }

    void write(ByteBuffer to) {
        to.putInt(length).putInt(checksum).putLong(sequence).putInt(back);
    }

    boolean isHole() {
        return length == 0;
    }

    long frameBytes() {
        return BYTES + (long) length;
    }
}
