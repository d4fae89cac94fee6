package io.plumbline.store.records.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The frames of one segment, by offset, each proven by its checksum. */
final class FrameSource implements Closeable {
    private final FileWindow file;
    private final FrameFormat format;

    private FrameSource(FileWindow file, FrameFormat format) {
        this.file = file;
        this.format = format;
    }

    static FrameSource open(Path segment, FrameFormat format) throws IOException {
        return new FrameSource(FileWindow.open(segment), format);
    }

    /**
     * A frame that proved intact.
     *
     * @param header its header
     * @param payload its payload
     * @param offset where it starts in the file
     */
    record Found(FrameHeader header, ByteBuffer payload, long offset) {
        long end() {
            return offset + header.frameBytes();
        }

        /** Where the group starts that it was written with. */
        long groupStart() {
            return offset - header.back();
        }
    }

    long size() {
        return file.size();
    }

    /** The intact frame that starts at an offset, or null. */
    @Nullable
    Found at(long offset) throws IOException {
        if (!file.has(offset, FrameHeader.BYTES)) {
            return null;
        }
        FrameHeader header = FrameHeader.read(file.peek(offset, FrameHeader.BYTES));
        if (!possible(header, offset)) {
            return null;
        }
        ByteBuffer payload = file.copy(offset + FrameHeader.BYTES, header.length());
        return format.proves(header, payload) ? new Found(header, payload, offset) : null;
    }

    /** Where the next intact frame starts whose number is at least {@code sequence}, at any byte from an offset on. */
    OptionalLong next(long offset, long sequence) throws IOException {
        for (long at = offset; file.has(at, FrameHeader.BYTES); at++) {
            FrameHeader header = FrameHeader.read(file.peek(at, FrameHeader.BYTES));
            // Bytes at random pass for a header once in many millions of times, so that few checksums are taken.
            if (mayFollow(header, sequence) && possible(header, at) && at(at) != null) {
                return OptionalLong.of(at);
            }
        }
        return OptionalLong.empty();
    }

    private boolean mayFollow(FrameHeader header, long sequence) {
        long skipped = header.sequence() - sequence;
        return skipped >= 0 && (header.isHole() || skipped <= size() / FrameHeader.BYTES);
    }

    private boolean possible(FrameHeader header, long offset) {
        return header.length() >= 0
                && header.length() <= FrameFormat.LONGEST_PAYLOAD
                && header.back() >= 0
                && offset - header.back() >= SegmentHeader.BYTES
                && file.has(offset, header.frameBytes());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
