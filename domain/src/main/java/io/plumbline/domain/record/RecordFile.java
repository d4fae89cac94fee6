package io.plumbline.domain.record;

import io.plumbline.domain.Id;
import java.time.Instant;

/**
 * A file of records or of changes, as the manifest lists it. Files are never changed, only replaced.
 *
 * @param id of the file, which also names it
 * @param dataset whose records it holds
 * @param content what it holds
 * @param rows how many records or changes
 * @param bytes how large it is
 * @param earliest the earliest event time in it, or the earliest change
 * @param latest the latest event time in it, or the latest change
 * @param sequence orders files by when their content came in: a change acts on records of files before it
 */
public record RecordFile(
        Id id, Id dataset, Content content, long rows, long bytes, Instant earliest, Instant latest, long sequence) {
    /** What a file holds. */
    public enum Content {
        RECORDS,
        CHANGES
    }
}
