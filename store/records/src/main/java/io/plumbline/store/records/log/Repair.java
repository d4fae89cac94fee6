package io.plumbline.store.records.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes damaged segments again with the frames that are intact, and holes where the others were. The damaged files stay beside them. */
final class Repair {
    private static final String DAMAGED = ".damaged";

    private final Survey survey;
    private final LogDisk disk;
    private final long nowMicros;

    Repair(Survey survey, LogDisk disk, long nowMicros) {
        this.survey = survey;
        this.disk = disk;
        this.nowMicros = nowMicros;
    }

    void run() throws IOException {
        rewriteSegments(survey.scans());
        long first = firstKept();
        if (survey.scans().isEmpty()) {
            ActiveSegment.create(survey.folder(), first, survey.format(), disk, nowMicros)
                    .close();
        }
        long consumed = Math.max(survey.state().consumed(), first - 1);
        LogState known = survey.state();
        new LogState(known.logId(), consumed, newest(), survey.last()).write(folder(), disk);
    }

    private long firstKept() {
        return survey.scans().isEmpty()
                ? survey.last() + 1
                : survey.scans().getFirst().segment().first();
    }

    private long newest() {
        return survey.scans().isEmpty()
                ? firstKept()
                : survey.scans().getLast().segment().first();
    }

    private void rewriteSegments(List<SegmentScan> scans) throws IOException {
        for (int i = 0; i < scans.size(); i++) {
            boolean last = i == scans.size() - 1;
            SegmentScan scan = scans.get(i);
            long until = last ? survey.last() : scans.get(i + 1).segment().first() - 1;
            if (needsRepair(scan, until)) {
                write(scan, until);
            }
        }
    }

    private Path folder() {
        return survey.folder().path();
    }

    private boolean needsRepair(SegmentScan scan, long until) {
        return !scan.gaps().isEmpty()
                || scan.next() <= until
                || survey.damages().stream()
                        .anyMatch(damage -> damage.file().equals(scan.segment().path()));
    }

    private void write(SegmentScan scan, long until) throws IOException {
        Segment segment = scan.segment();
        Files.copy(segment.path(), segment.beside(DAMAGED), StandardCopyOption.REPLACE_EXISTING);
        try (LogDisk.OpenFile copy = disk.open(segment.beside(DAMAGED))) {
            copy.sync();
        }
        try (LogDisk.OpenFile repaired = disk.create(segment.beside(LogFolder.UNFINISHED));
                FrameSource source = FrameSource.open(segment.path(), survey.format())) {
            new Rewriting(repaired, source, scan).run(until);
            repaired.sync();
        }
        Files.move(segment.beside(LogFolder.UNFINISHED), segment.path(), StandardCopyOption.ATOMIC_MOVE);
        disk.syncFolder(folder());
    }

    private final class Rewriting {
        private final LogDisk.OpenFile target;
        private final FrameSource source;
        private final SegmentScan scan;
        private long position;
        private long next;

        Rewriting(LogDisk.OpenFile target, FrameSource source, SegmentScan scan) {
            this.target = target;
            this.source = source;
            this.scan = scan;
            this.next = scan.segment().first();
        }

        void run(long until) throws IOException {
            append(new SegmentHeader(survey.format().logId(), next, nowMicros).bytes());
            long offset = SegmentHeader.BYTES;
            for (SegmentScan.Gap gap : scan.gaps()) {
                copy(offset, gap.offset());
                offset = gap.end();
            }
            copy(offset, scan.end());
            holeBefore(until + 1);
        }

        private void copy(long from, long to) throws IOException {
            long offset = from;
            while (offset < to) {
                FrameSource.@Nullable Found found = source.at(offset);
                if (found == null) {
                    throw new IOException("the file changed while it was repaired");
                }
                copy(found);
                offset = found.end();
            }
        }

        private void copy(FrameSource.Found found) throws IOException {
            if (!found.header().isHole()) {
                holeBefore(found.header().sequence());
                // Each frame is a group of its own now: all of them are synced.
                frame(survey.format().header(found.header().sequence(), 0, found.payload()), found.payload());
            }
        }

        private void holeBefore(long sequence) throws IOException {
            if (next < sequence) {
                frame(survey.format().hole(sequence - 1), ByteBuffer.allocate(0));
            }
        }

        private void frame(FrameHeader header, ByteBuffer payload) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(FrameHeader.BYTES);
            header.write(bytes);
            append(bytes.flip());
            append(payload);
            next = header.sequence() + 1;
        }

        private void append(ByteBuffer bytes) throws IOException {
            int length = bytes.remaining();
            target.write(bytes.duplicate(), position);
            position += length;
        }
    }
}
