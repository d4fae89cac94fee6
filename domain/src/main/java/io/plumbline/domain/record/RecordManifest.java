package io.plumbline.domain.record;

import io.plumbline.domain.Id;
import io.plumbline.measures.profile.SketchKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Lists the files of records, the batches in them and their profiles. Each call is one durable transaction. */
public interface RecordManifest {
    /** The files of a dataset, in the order of their sequence. */
    List<RecordFile> files(Id dataset);

    /** The datasets that have files. */
    List<Id> datasets();

    /** The receipt of a batch that is in a file. */
    Optional<BatchReceipt> batch(Id dataset, String batchId);

    /**
     * Lists a new file together with the batches and the profiles in it.
     *
     * @return false, with nothing changed, where one of the batches is listed already
     */
    boolean add(RecordFile file, List<BatchReceipt> batches, List<ProfileCell> cells);

    /**
     * Lists a new file of one batch as it came in: its profiles are still to be taken, and it is still to be packed.
     *
     * @return false, with nothing changed, where the batch is listed already
     */
    boolean addIncoming(RecordFile file, BatchReceipt batch);

    /** The files of all datasets whose profiles are still to be taken. */
    List<RecordFile> unprofiled();

    /**
     * How many times the records of a dataset changed: they came, were changed, were taken away, or were forgotten with it. It is counted in the transaction that lists this, and never goes
     * back; files that take the place of others with the same records do not count.
     */
    long generation(Id dataset);

    /** How many times records were taken away: files of fewer records took the place of others, or the dataset was forgotten. It never goes back. */
    long removals(Id dataset);

    /** The files of all datasets that are still to be packed. */
    List<RecordFile> unpacked();

    /**
     * Lists a packed file in place of the one that has the same records. The profiles of that one, or that they are still to be taken, become
     * those of the packed one.
     *
     * @return false, with nothing changed, where the other is not listed any more
     */
    boolean replaceUnpacked(Id other, RecordFile packed);

    /**
     * Lists files in place of others, with their profiles; batches stay listed. Where the files have fewer records, that is counted as a removal.
     *
     * @return false, with nothing changed, where one of the others is not listed any more
     */
    boolean replace(Id dataset, List<Id> others, List<RecordFile> files, List<FileCell> cells);

    /**
     * Profiles of hours from {@code fromHour} to before {@code untilHour}, in hours since 1970-01-01T00:00Z, of all files, not merged and in no order.
     *
     * @param sketches the kinds that are wanted; profiles are those of specifications that ask for no others
     */
    List<ProfileCell> cells(Id dataset, OptionalLong fromHour, OptionalLong untilHour, Set<SketchKind> sketches);

    /** Replaces the profiles of a file, which is profiled then. */
    void replaceCells(Id file, List<ProfileCell> cells);

    /** Forgets a dataset: its files, batches and profiles. That this happened is counted, and stays. */
    void drop(Id dataset);

    /** A profile of a file. */
    record FileCell(Id file, ProfileCell cell) {}
}
