package io.plumbline.store.records.log;

import java.nio.file.Path;

/**
 * A place of a log where frames that had been written and synced cannot be read any more.
 *
 * @param file the file, or the one that should be there
 * @param offset bytes from the file's start
 * @param what what is wrong there
 * @param firstLost number of the first frame that is lost
 * @param lastLost number of the last one; less than {@code firstLost} where no frame is
 */
public record Damage(Path file, long offset, String what, long firstLost, long lastLost) {
    /** One line with file, offset and loss. */
    public String line() {
        return file + " at byte " + offset + ": " + what + loss();
    }

    private String loss() {
        if (lastLost < firstLost) {
            return "";
        }
        return firstLost == lastLost
                ? " (frame " + firstLost + " is lost)"
                : " (frames " + firstLost + " to " + lastLost + " are lost)";
    }
}
