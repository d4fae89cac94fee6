package io.plumbline.store.records.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The segment that is written to. Used by one thread. */
final class ActiveSegment implements Closeable {
    private final Segment segment;
    private final FrameFormat format;
    private final LogDisk.OpenFile file;
    private final long createdMicros;
    private long position;
    private long next;

    private ActiveSegment(
            Segment segment, FrameFormat format, LogDisk.OpenFile file, long createdMicros, long position, long next) {
        this.segment = segment;
        this.format = format;
        this.file = file;
        this.createdMicros = createdMicros;
        this.position = position;
        this.next = next;
    }

    /** Creates a segment without frames; it gets its name only when its header is durable. */
    static ActiveSegment create(LogFolder folder, long first, FrameFormat format, LogDisk disk, long nowMicros)
            throws IOException {
        Segment segment = Segment.in(folder.path(), first);
        Path unfinished = segment.beside(LogFolder.UNFINISHED);
        try (LogDisk.OpenFile file = disk.create(unfinished)) {
            file.write(new SegmentHeader(format.logId(), segment.first(), nowMicros).bytes(), 0);
            file.sync();
        }
        Files.move(unfinished, segment.path(), StandardCopyOption.ATOMIC_MOVE);
        disk.syncFolder(folder.path());
        return new ActiveSegment(
                segment, format, disk.open(segment.path()), nowMicros, SegmentHeader.BYTES, segment.first());
    }

    /** Goes on behind the last frame of a segment; what is behind it is cut off. */
    static ActiveSegment resume(Segment segment, FrameFormat format, LogDisk disk, long end, long next)
            throws IOException {
        long created = SegmentHeader.of(segment).orElseThrow().createdMicros();
        LogDisk.OpenFile file = disk.open(segment.path());
        ActiveSegment active = new ActiveSegment(segment, format, file, created, end, next);
        active.cutBack(end, next);
        return active;
    }

    Segment segment() {
        return segment;
    }

    FrameFormat format() {
        return format;
    }

    /** Bytes of the file. */
    long position() {
        return position;
    }

    /** Number of the next frame. */
    long next() {
        return next;
    }

    boolean isEmpty() {
        return position == SegmentHeader.BYTES;
    }

    long createdMicros() {
        return createdMicros;
    }

    /** Writes a group of frames. After a failure the file has to be cut back. */
    void write(List<Append> group, Stage stage) throws IOException {
        stage.clear();
        long start = position;
        for (Append append : group) {
            write(append.payload(), Math.toIntExact(position - start), stage);
        }
        stage.flush(file, position);
    }

    private void write(ByteBuffer payload, int back, Stage stage) throws IOException {
        FrameHeader header = format.header(next, back, payload);
        ByteBuffer fields = ByteBuffer.allocate(FrameHeader.BYTES);
        header.write(fields);
        stage.add(fields.flip(), file, position);
        stage.add(payload, file, position + FrameHeader.BYTES);
        position += header.frameBytes();
        next++;
    }

    void sync() throws IOException {
        file.sync();
    }

    /** Forgets what was written behind a position, durably. */
    void cutBack(long end, long sequence) throws IOException {
        file.truncate(end);
        file.sync();
        position = end;
        next = sequence;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
