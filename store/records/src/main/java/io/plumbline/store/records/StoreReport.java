package io.plumbline.store.records;

import io.plumbline.store.records.log.RecoveryReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What opening a record store found and did.
 *
 * @param log what was found in the intake log
 * @param waiting batches and changes in the log that are in no file yet
 * @param listed batches and changes in the log that were in files already
 * @param removed files that no manifest listed, left behind by an interrupted flush or merge
 * @param setAside files of datasets that the manifest does not know, moved away rather than removed
 * @param missing files that the manifest lists and that are not there: reads of their datasets fail until they are restored
 */
public record StoreReport(
        RecoveryReport log, long waiting, long listed, List<Path> removed, List<Path> setAside, List<Path> missing) {
    /** Keeps unmodifiable copies. */
    public StoreReport {
        removed = List.copyOf(removed);
        setAside = List.copyOf(setAside);
        missing = List.copyOf(missing);
    }

    /** What was found, in lines for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(log.lines());
        if (waiting + listed > 0) {
            lines.add("of the frames in the intake log " + listed + " were in files already, " + waiting
                    + " wait for one");
        }
        if (!removed.isEmpty()) {
            lines.add("removed " + removed.size() + " unfinished files of records, whose content is elsewhere");
        }
        setAside.forEach(file -> lines.add("the manifest does not know the dataset of a file; set aside as " + file));
        missing.forEach(file -> lines.add(
                "MISSING: " + file + " is listed and is not there; restore it from a copy, or drop its dataset"));
        return lines;
    }
}
