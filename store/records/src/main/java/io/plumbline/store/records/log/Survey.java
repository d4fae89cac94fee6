package io.plumbline.store.records.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks through a log's folder without changing anything, and says what is there and what is damaged. */
final class Survey {
    private final LogFolder folder;
    private final LogState state;
    private final FrameFormat format;
    private final List<Damage> damages = new ArrayList<>();
    private final List<SegmentScan> scans = new ArrayList<>();
    private final List<Segment> obsolete = new ArrayList<>();
    private Optional<SegmentScan.Gap> torn = Optional.empty();

    private Survey(LogFolder folder, LogState state) {
        this.folder = folder;
        this.state = state;
        this.format = new FrameFormat(state.logId());
    }

    /** Surveys a log that has been opened before. */
    static Survey of(LogFolder folder) throws IOException {
        List<Segment> segments = folder.segments();
        Optional<LogState> state = LogState.read(folder.path());
        Survey survey = new Survey(folder, state.isPresent() ? state.get() : rebuilt(folder, segments));
        if (state.isEmpty() && !isUnused(segments)) {
            survey.damages.add(
                    new Damage(LogState.file(folder.path()), 0, "the state of the log is missing or damaged", 1, 0));
        }
        survey.walk(segments);
        return survey;
    }

    /** Whether the process ended while it created the log: a first segment without a frame, and no state yet. */
    private static boolean isUnused(List<Segment> segments) throws IOException {
        return segments.size() == 1
                && segments.getFirst().first() == 1
                && Files.size(segments.getFirst().path()) == SegmentHeader.BYTES;
    }

    private static LogState rebuilt(LogFolder folder, List<Segment> segments) throws IOException {
        for (Segment segment : segments) {
            Optional<SegmentHeader> header = SegmentHeader.of(segment);
            if (header.isPresent()) {
                long first = segments.getFirst().first();
                return new LogState(
                        header.get().logId(), first - 1, segments.getLast().first(), first - 1);
            }
        }
        throw new LogException.Unusable(
                LogState.file(folder.path()),
                "it is damaged, and there is no segment from which it could be made again. Restore the folder from a copy, or move it away to start an"
                        + " empty log.");
    }

    private void walk(List<Segment> segments) throws IOException {
        for (int i = 0; i < segments.size(); i++) {
            boolean last = i == segments.size() - 1;
            if (!last && segments.get(i + 1).first() <= state.consumed() + 1) {
                obsolete.add(segments.get(i));
            } else {
                walk(segments.get(i), last ? Optional.empty() : Optional.of(segments.get(i + 1)));
            }
        }
        checkEnd();
    }

    private void walk(Segment segment, Optional<Segment> following) throws IOException {
        checkHeader(segment);
        checkStart(segment);
        SegmentScan scan = SegmentScan.of(segment, format);
        torn = following.isEmpty() ? scan.torn(state.synced()) : Optional.empty();
        SegmentScan kept = torn.isPresent() ? scan.cutAt(torn.get()) : scan;
        long until = following.map(next -> next.first() - 1).orElse(state.synced());
        for (SegmentScan.Gap gap : kept.gaps()) {
            long lastLost = kept.isLast(gap) ? Math.max(gap.lastLost(), until) : gap.lastLost();
            damages.add(new Damage(segment.path(), gap.offset(), "a frame is damaged", gap.firstLost(), lastLost));
        }
        scans.add(kept);
    }

    private void checkHeader(Segment segment) throws IOException {
        Optional<SegmentHeader> header = SegmentHeader.of(segment);
        if (header.isEmpty()) {
            damages.add(new Damage(segment.path(), 0, "the header of the segment is damaged", 1, 0));
        } else if (header.get().logId() != state.logId() || header.get().first() != segment.first()) {
            throw new LogException.Unusable(
                    segment.path(), "the segment belongs to another log or was renamed. Move it out of the folder.");
        }
    }

    private void checkStart(Segment segment) {
        long next = scans.isEmpty() ? state.consumed() + 1 : next();
        boolean said = !scans.isEmpty() && scans.getLast().endsInGap();
        if (segment.first() > next && !said) {
            missing(next, segment.first() - 1);
        } else if (!scans.isEmpty() && segment.first() < next) {
            throw new LogException.Unusable(
                    segment.path(),
                    "its frames overlap those of the segment before it. One of the two does not belong here.");
        }
    }

    private void checkEnd() {
        if (scans.isEmpty() || scans.getLast().segment().first() < state.newest()) {
            missing(state.newest(), Math.max(state.newest(), state.synced()));
        } else if (next() <= state.synced() && !scans.getLast().endsInGap()) {
            Path file = scans.getLast().segment().path();
            damages.add(new Damage(file, scans.getLast().end(), "the file ends too early", next(), state.synced()));
        }
    }

    private void missing(long first, long last) {
        Path file = Segment.in(folder.path(), first).path();
        damages.add(new Damage(file, 0, "the segment is missing, or the one before it ends too early", first, last));
    }

    private long next() {
        return scans.getLast().next();
    }

    LogFolder folder() {
        return folder;
    }

    LogState state() {
        return state;
    }

    FrameFormat format() {
        return format;
    }

    List<Damage> damages() {
        return damages;
    }

    /** Segments with frames that are still needed, and the last one. */
    List<SegmentScan> scans() {
        return scans;
    }

    /** Segments that were consumed before the log was closed. */
    List<Segment> obsolete() {
        return obsolete;
    }

    /** Bytes that an interrupted write left at the end. */
    long tornBytes() {
        return torn.map(gap -> scans.getLast().size() - gap.offset()).orElse(0L);
    }

    /** Number of the last frame that may have been acknowledged, found or lost. */
    long last() {
        long known = Math.max(state.synced(), state.newest() - 1);
        return scans.isEmpty() ? known : Math.max(known, next() - 1);
    }
}
