package io.plumbline.store.records.log;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Brings a folder into the state in which frames can be appended, or refuses to. */
final class Recovery {
    private final LogFolder folder;
    private final LogDisk disk;
    private final LogSettings settings;
    private final long nowMicros;

    Recovery(LogFolder folder, LogDisk disk, LogSettings settings, long nowMicros) {
        this.folder = folder;
        this.disk = disk;
        this.settings = settings;
        this.nowMicros = nowMicros;
    }

    /**
     * A log that is ready.
     *
     * @param segments its segments, open for appending
     * @param report what was found
     */
    record Ready(Segments segments, RecoveryReport report) {}

    Ready run(RandomGenerator ids) throws IOException {
        boolean fresh = folder.segments().isEmpty() && !Files.exists(LogState.file(folder.path()));
        return fresh ? begin(ids.nextLong()) : goOn(Survey.of(folder));
    }

    private Ready begin(long logId) throws IOException {
        folder.removeUnfinished();
        FrameFormat format = new FrameFormat(logId);
        ActiveSegment active = ActiveSegment.create(folder, 1, format, disk, nowMicros);
        LogState state = new LogState(logId, 0, 1, 0);
        state.write(folder.path(), disk);
        Segments segments = new Segments(folder, disk, state, List.of(), active);
        return new Ready(segments, new RecoveryReport(folder.path(), 1, 0, 0, 0, 0, 0, List.of()));
    }

    private Ready goOn(Survey survey) throws IOException {
        if (survey.damages().isEmpty()) {
            return resume(survey, List.of());
        }
        if (settings.damage() == DamagePolicy.REFUSE) {
            throw new LogException.Damaged(survey.damages());
        }
        new Repair(survey, disk, nowMicros).run();
        Survey repaired = Survey.of(folder);
        if (!repaired.damages().isEmpty()) {
            throw new LogException.Damaged(repaired.damages());
        }
        return resume(repaired, survey.damages());
    }

    private Ready resume(Survey survey, List<Damage> setAside) throws IOException {
        folder.removeUnfinished();
        for (Segment segment : survey.obsolete()) {
            Files.delete(segment.path());
        }
        SegmentScan newest = survey.scans().getLast();
        ActiveSegment active =
                ActiveSegment.resume(newest.segment(), survey.format(), disk, newest.end(), newest.next());
        LogState known = survey.state();
        LogState state =
                new LogState(known.logId(), known.consumed(), newest.segment().first(), survey.last());
        state.write(folder.path(), disk);
        return new Ready(new Segments(folder, disk, state, sealed(survey.scans()), active), report(survey, setAside));
    }

    private static List<Segments.Sealed> sealed(List<SegmentScan> scans) throws IOException {
        List<Segments.Sealed> sealed = new ArrayList<>();
        for (SegmentScan scan : scans.subList(0, scans.size() - 1)) {
            long bytes = Files.size(scan.segment().path());
            sealed.add(new Segments.Sealed(scan.segment(), scan.next() - 1, bytes));
        }
        return sealed;
    }

    private RecoveryReport report(Survey survey, List<Damage> setAside) {
        return new RecoveryReport(
                folder.path(),
                survey.scans().size(),
                survey.scans().stream().mapToLong(SegmentScan::frames).sum(),
                survey.state().consumed(),
                survey.last(),
                survey.tornBytes(),
                survey.obsolete().size(),
                setAside);
    }
}
