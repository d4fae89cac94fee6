package io.plumbline.store.records.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What opening a log found and did.
 *
 * @param folder the log's folder
 * @param segments segments that hold frames which may still be needed, and the newest
 * @param frames intact frames in them
 * @param consumed frames up to this number were known not to be needed any more
 * @param last number of the last frame, 0 for a new log
 * @param tornBytes bytes that an interrupted write had left at the end, never acknowledged and cut off
 * @param removed consumed segments that were still there and were removed
 * @param setAside damage that was set aside; what it says is lost is lost
 */
public record RecoveryReport(
        Path folder,
        int segments,
        long frames,
        long consumed,
        long last,
        long tornBytes,
        int removed,
        List<Damage> setAside) {
    public RecoveryReport {
        setAside = List.copyOf(setAside);
    }

    /** What was found, in lines for people; none of a log all of whose frames are known not to be needed. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (last > consumed) {
            lines.add(found());
        }
        if (tornBytes > 0) {
            lines.add("cut off " + count(tornBytes, "byte")
                    + " of a write that was interrupted before it was acknowledged");
        }
        if (removed > 0) {
            lines.add("removed " + count(removed, "segment") + " that had been consumed");
        }
        setAside.forEach(damage -> lines.add("set aside: " + damage.line()));
        return lines;
    }

    private String found() {
        return "intake log " + folder + ": " + count(segments, "segment") + ", " + count(frames, "frame")
                + ", last number " + last + ", consumed up to " + consumed;
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
