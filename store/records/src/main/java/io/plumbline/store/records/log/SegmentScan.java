package io.plumbline.store.records.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a walk over all of a segment found.
 *
 * @param segment the segment
 * @param size bytes of the file
 * @param frames intact frames
 * @param next number that the frame after the last one found would have
 * @param end where the last intact frame ends
 * @param lastGroup where the last group starts of which a frame was found
 * @param gaps bytes that are no frames, in order
 */
record SegmentScan(Segment segment, long size, long frames, long next, long end, long lastGroup, List<Gap> gaps) {
    /**
     * Bytes that are not the frame that was to come.
     *
     * @param offset where they start
     * @param end where the next intact frame starts, or the end of the file
     * @param firstLost the frame that was to come
     * @param lastLost last frame before the next intact one; less than {@code firstLost} where none follows
     * @param framesBefore intact frames before the gap
     */
    record Gap(long offset, long end, long firstLost, long lastLost, long framesBefore) {}

    static SegmentScan of(Segment segment, FrameFormat format) throws IOException {
        try (FrameSource source = FrameSource.open(segment.path(), format)) {
            return new Walk(source, segment).run();
        }
    }

    /**
     * The gap from which on the rest of the segment was never acknowledged, if there is one: no frame behind it belongs to a later group, for a group is written only after
     * all before it was synced.
     */
    Optional<Gap> torn(long synced) {
        return gaps.stream()
                .filter(gap -> lastGroup <= gap.offset() && gap.firstLost() > synced)
                .findFirst();
    }

    /** Whether no intact frame follows a gap. */
    boolean isLast(Gap gap) {
        return gap.offset() == end;
    }

    /** Whether the segment ends with bytes that are no frames. */
    boolean endsInGap() {
        return !gaps.isEmpty() && isLast(gaps.getLast());
    }

    /** What is left when the segment is cut off at one of its gaps. */
    SegmentScan cutAt(Gap gap) {
        return new SegmentScan(
                segment,
                size,
                gap.framesBefore(),
                gap.firstLost(),
                gap.offset(),
                lastGroup,
                gaps.subList(0, gaps.indexOf(gap)));
    }

    private static final class Walk {
        private final FrameSource source;
        private final Segment segment;
        private final List<Gap> gaps = new ArrayList<>();
        private long offset = SegmentHeader.BYTES;
        private long next;
        private long frames;
        private long lastGroup;

        Walk(FrameSource source, Segment segment) {
            this.source = source;
            this.segment = segment;
            this.next = segment.first();
        }

        SegmentScan run() throws IOException {
            boolean more = true;
            while (more && offset < source.size()) {
                FrameSource.Found found = source.at(offset);
                if (found != null && follows(found.header())) {
                    take(found);
                } else {
                    more = skip();
                }
            }
            return new SegmentScan(segment, source.size(), frames, next, offset, lastGroup, List.copyOf(gaps));
        }

        private boolean follows(FrameHeader header) {
            return header.isHole() ? header.sequence() >= next : header.sequence() == next;
        }

        private void take(FrameSource.Found found) {
            frames += found.header().isHole() ? 0 : 1;
            next = found.header().sequence() + 1;
            lastGroup = Math.max(lastGroup, found.groupStart());
            offset = found.end();
        }

        /** Goes on at the next intact frame; false where there is none. */
        private boolean skip() throws IOException {
            OptionalLong intact = source.next(offset, next);
            if (intact.isEmpty()) {
                gaps.add(new Gap(offset, source.size(), next, next - 1, frames));
                return false;
            }
            FrameSource.Found found = Objects.requireNonNull(source.at(intact.getAsLong()));
            long last = found.header().sequence() - (found.header().isHole() ? 0 : 1);
            gaps.add(new Gap(offset, found.offset(), next, last, frames));
            take(found);
            return true;
        }
    }
}
