package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.race;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.domain.record.RecordManifest;
import io.plumbline.domain.record.RecordManifest.FileCell;
import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.profile.Profile;
import io.plumbline.measures.profile.ProfileBuilder;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.Sketches;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link RecordManifest} does, with profiles that have no sketches. */
public abstract class RecordManifestContract {
    private static final Instant HOUR = Instant.parse("2026-03-01T10:00:00Z");
    private static final long HOUR_NUMBER = HOUR.getEpochSecond() / 3600;

    private final Id dataset = Samples.id();

    /** The manifest under test, over the same data each time within a test. */
    protected abstract RecordManifest manifest();

    /** Closes the store and opens it again. */
    protected abstract void reopen();

    private RecordFile file(long sequence) {
        return new RecordFile(
                Samples.id(),
                dataset,
                sequence % 2 == 0 ? RecordFile.Content.RECORDS : RecordFile.Content.CHANGES,
                10,
                1L << 40,
                Samples.BEGIN,
                Samples.BEGIN.plusSeconds(7),
                sequence);
    }

    private static BatchReceipt batch(String id) {
        return new BatchReceipt(id, 3, Samples.BEGIN);
    }

    private static ProfileCell cell(String column, long hoursLater, double value) {
        ProfileBuilder builder = new ProfileBuilder(ProfileSpec.of(ColumnType.NUMBER), Sketches.NONE);
        builder.add(new ColumnChunk.Numbers(new double[] {value, value + 1}, 2, 0, 0));
        return new ProfileCell(column, HOUR.plus(Duration.ofHours(hoursLater)), builder.build());
    }

    private RecordFile added(long sequence, ProfileCell... cells) {
        RecordFile file = file(sequence);
        assertThat(manifest().add(file, List.of(batch("batch of " + file.id())), List.of(cells)))
                .isTrue();
        return file;
    }

    private List<ProfileCell> cells() {
        return cells(OptionalLong.empty(), OptionalLong.empty());
    }

    private List<ProfileCell> cells(OptionalLong fromHour, OptionalLong untilHour) {
        return manifest().cells(dataset, fromHour, untilHour, Set.of());
    }

    private static void assertSame(List<ProfileCell> found, ProfileCell... expected) {
        assertThat(found).extracting(RecordManifestContract::text).containsExactlyInAnyOrder(texts(expected));
    }

    private static String[] texts(ProfileCell... cells) {
        return List.of(cells).stream().map(RecordManifestContract::text).toArray(String[]::new);
    }

    private static String text(ProfileCell cell) {
        return cell.column() + " " + cell.hour() + " " + cell.profile().digest();
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(manifest().files(dataset)).isEmpty();
        assertThat(manifest().datasets()).isEmpty();
        assertThat(manifest().batch(dataset, "a")).isEmpty();
        assertThat(cells()).isEmpty();
    }

    @Test
    void listsAFileWithItsBatchesAndProfiles() {
        RecordFile file = file(4);
        ProfileCell first = cell("Größe \"1\"", 0, 1);
        ProfileCell second = cell("age", -600_000, 2);
        assertThat(manifest().add(file, List.of(batch("a"), batch("b")), List.of(first, second)))
                .isTrue();
        assertThat(manifest().files(dataset)).containsExactly(file);
        assertThat(manifest().datasets()).containsExactly(dataset);
        assertThat(manifest().batch(dataset, "a")).contains(batch("a"));
        assertThat(manifest().batch(dataset, "A")).isEmpty();
        assertThat(manifest().batch(Samples.id(), "a")).isEmpty();
        assertSame(cells(), first, second);
    }

    @Test
    void listsFilesBySequence() {
        RecordFile third = added(30);
        RecordFile first = added(-5);
        RecordFile second = added(4);
        assertThat(manifest().files(dataset)).containsExactly(first, second, third);
    }

    @Test
    void keepsDatasetsApart() {
        added(1, cell("age", 0, 1));
        Id other = Samples.id();
        RecordFile file =
                new RecordFile(Samples.id(), other, RecordFile.Content.RECORDS, 1, 1, Samples.BEGIN, Samples.BEGIN, 1);
        assertThat(manifest().add(file, List.of(batch("a")), List.of(cell("age", 0, 2))))
                .isTrue();
        assertThat(manifest().files(other)).containsExactly(file);
        assertThat(manifest().datasets()).containsExactlyInAnyOrder(dataset, other);
        assertThat(cells()).hasSize(1);
        manifest().drop(other);
        assertThat(manifest().files(dataset)).hasSize(1);
        assertThat(cells()).hasSize(1);
    }

    @Test
    void remembersWhichFilesAreToBeProfiled() {
        added(1, cell("age", 0, 1));
        RecordFile file = file(2);
        assertThat(manifest().addIncoming(file, batch("of a file"))).isTrue();
        assertThat(manifest().unprofiled()).containsExactly(file);
        assertThat(manifest().files(dataset)).hasSize(2).contains(file);
        assertThat(manifest().batch(dataset, "of a file")).contains(batch("of a file"));
        reopen();
        assertThat(manifest().unprofiled()).containsExactly(file);
        manifest().replaceCells(file.id(), List.of(cell("age", 1, 5)));
        assertThat(manifest().unprofiled()).isEmpty();
        assertSame(cells(), cell("age", 0, 1), cell("age", 1, 5));
    }

    @Test
    void listsAnUnprofiledFileOnceForItsBatch() {
        RecordFile file = file(2);
        assertThat(manifest().addIncoming(file, batch("a"))).isTrue();
        assertThat(manifest().addIncoming(file(4), batch("a"))).isFalse();
        assertThat(manifest().files(dataset)).containsExactly(file);
        assertThat(manifest().unprofiled()).containsExactly(file);
    }

    @Test
    void forgetsThatAFileIsToBeProfiledWithTheFile() {
        RecordFile replaced = file(2);
        RecordFile dropped = file(4);
        manifest().addIncoming(replaced, batch("a"));
        manifest().addIncoming(dropped, batch("b"));
        RecordFile merged = file(6);
        assertThat(manifest().replace(dataset, List.of(replaced.id()), List.of(merged), List.of()))
                .isTrue();
        assertThat(manifest().unprofiled()).containsExactly(dropped);
        manifest().drop(dataset);
        assertThat(manifest().unprofiled()).isEmpty();
    }

    @Test
    void countsHowOftenRecordsWereTakenAway() {
        RecordFile first = added(1);
        RecordFile second = added(2);
        assertThat(manifest().removals(dataset)).isZero();
        RecordFile merged = ofRows(first.rows() + second.rows(), RecordFile.Content.RECORDS);
        assertThat(manifest().replace(dataset, List.of(first.id(), second.id()), List.of(merged), List.of()))
                .isTrue();
        RecordFile changes = ofRows(5, RecordFile.Content.CHANGES);
        manifest().add(changes, List.of(batch("changes")), List.of());
        assertThat(manifest().replace(dataset, List.of(changes.id()), List.of(), List.of()))
                .isTrue();
        assertThat(manifest().removals(dataset)).isZero();
        RecordFile fewer = ofRows(merged.rows() - 1, RecordFile.Content.RECORDS);
        assertThat(manifest().replace(dataset, List.of(merged.id()), List.of(fewer), List.of()))
                .isTrue();
        assertThat(manifest().replace(dataset, List.of(merged.id()), List.of(), List.of()))
                .isFalse();
        reopen();
        assertThat(manifest().removals(dataset)).isEqualTo(1);
        assertThat(manifest().replace(dataset, List.of(fewer.id()), List.of(), List.of()))
                .isTrue();
        assertThat(manifest().removals(dataset)).isEqualTo(2);
        manifest().drop(dataset);
        assertThat(manifest().removals(dataset)).isEqualTo(3);
        assertThat(manifest().removals(Samples.id())).isZero();
    }

    @Test
    void countsHowOftenRecordsChanged() {
        assertThat(manifest().generation(dataset)).isZero();
        RecordFile first = added(1);
        RecordFile second = added(2);
        assertThat(manifest().add(file(3), List.of(batch("batch of " + first.id())), List.of()))
                .isFalse();
        assertThat(manifest().generation(dataset)).isEqualTo(2);
        RecordFile incoming = file(4);
        manifest().addIncoming(incoming, batch("incoming"));
        assertThat(manifest().addIncoming(file(6), batch("incoming"))).isFalse();
        assertThat(manifest().generation(dataset)).isEqualTo(3);
        RecordFile fewer = ofRows(second.rows() - 1, RecordFile.Content.RECORDS);
        manifest().replace(dataset, List.of(second.id()), List.of(fewer), List.of());
        assertThat(manifest().replace(dataset, List.of(second.id()), List.of(), List.of()))
                .isFalse();
        reopen();
        assertThat(manifest().generation(dataset)).isEqualTo(4);
        assertThat(manifest().generation(Samples.id())).isZero();
    }

    @Test
    void countsNoChangeWhereFilesAreReplacedByThoseOfTheSameRecords() {
        RecordFile incoming = file(2);
        manifest().addIncoming(incoming, batch("incoming"));
        RecordFile changes = ofRows(5, RecordFile.Content.CHANGES);
        manifest().add(changes, List.of(batch("changes")), List.of());
        RecordFile packed = file(2);
        manifest().replaceUnpacked(incoming.id(), packed);
        manifest().replaceCells(packed.id(), List.of(cell("age", 0, 1)));
        RecordFile folded = ofRows(packed.rows(), RecordFile.Content.RECORDS);
        assertThat(manifest().replace(dataset, List.of(packed.id(), changes.id()), List.of(folded), List.of()))
                .isTrue();
        assertThat(manifest().generation(dataset)).isEqualTo(2);
    }

    @Test
    void goesOnCountingWhereADatasetWasForgotten() {
        added(1);
        manifest().drop(dataset);
        assertThat(manifest().generation(dataset)).isEqualTo(2);
        added(2);
        assertThat(manifest().generation(dataset)).isEqualTo(3);
    }

    @Test
    void countsEachChangeOfManyAtOnce() {
        race(number -> {
            added(number);
            return true;
        });
        long files = manifest().files(dataset).size();
        assertThat(files).isPositive();
        assertThat(manifest().generation(dataset)).isEqualTo(files);
    }

    private RecordFile ofRows(long rows, RecordFile.Content content) {
        return new RecordFile(Samples.id(), dataset, content, rows, 1, Samples.BEGIN, Samples.BEGIN, 9);
    }

    @Test
    void aPackedFileTakesThePlaceOfTheOneThatCameIn() {
        RecordFile incoming = file(2);
        manifest().addIncoming(incoming, batch("a"));
        manifest().replaceCells(incoming.id(), List.of(cell("age", 1, 5)));
        assertThat(manifest().unpacked()).containsExactly(incoming);
        RecordFile packed = file(2);
        assertThat(manifest().replaceUnpacked(incoming.id(), packed)).isTrue();
        reopen();
        assertThat(manifest().unpacked()).isEmpty();
        assertThat(manifest().unprofiled()).isEmpty();
        assertThat(manifest().files(dataset)).containsExactly(packed);
        assertThat(manifest().batch(dataset, "a")).contains(batch("a"));
        assertSame(cells(), cell("age", 1, 5));
    }

    @Test
    void aPackedFileIsStillToBeProfiledWhereTheOneThatCameInWas() {
        RecordFile incoming = file(2);
        manifest().addIncoming(incoming, batch("a"));
        RecordFile packed = file(2);
        assertThat(manifest().replaceUnpacked(incoming.id(), packed)).isTrue();
        assertThat(manifest().unprofiled()).containsExactly(packed);
    }

    @Test
    void aPackedFileIsNotListedWhereTheOneThatCameInIsGone() {
        RecordFile incoming = file(2);
        manifest().addIncoming(incoming, batch("a"));
        RecordFile merged = file(4);
        manifest()
                .replace(
                        dataset,
                        List.of(incoming.id()),
                        List.of(merged),
                        List.of(new FileCell(merged.id(), cell("age", 1, 5))));
        assertThat(manifest().unpacked()).isEmpty();
        assertThat(manifest().replaceUnpacked(incoming.id(), file(2))).isFalse();
        assertThat(manifest().files(dataset)).containsExactly(merged);
        assertSame(cells(), cell("age", 1, 5));
    }

    @Test
    void changesNothingWhereABatchIsListedAlready() {
        RecordFile file = file(1);
        manifest().add(file, List.of(batch("a"), batch("b")), List.of(cell("age", 0, 1)));
        RecordFile again = file(2);
        assertThat(manifest().add(again, List.of(batch("c"), batch("b")), List.of(cell("age", 1, 1))))
                .isFalse();
        assertThat(manifest().files(dataset)).containsExactly(file);
        assertThat(manifest().batch(dataset, "c")).isEmpty();
        assertThat(cells()).hasSize(1);
    }

    @Test
    void refusesAFileThatIsListedWithoutTakingItsBatches() {
        RecordFile file = added(1);
        assertThatThrownBy(() -> manifest().add(file, List.of(batch("new")), List.of()))
                .isInstanceOf(RuntimeException.class);
        assertThat(manifest().batch(dataset, "new")).isEmpty();
    }

    @Test
    void cutsProfilesByHours() {
        added(1, cell("age", 0, 1), cell("age", 1, 2), cell("age", 2, 3));
        added(2, cell("age", 1, 4));
        OptionalLong from = OptionalLong.of(HOUR_NUMBER + 1);
        OptionalLong until = OptionalLong.of(HOUR_NUMBER + 2);
        assertSame(cells(from, until), cell("age", 1, 2), cell("age", 1, 4));
        assertThat(cells(from, OptionalLong.empty())).hasSize(3);
        assertThat(cells(OptionalLong.empty(), from)).hasSize(1);
    }

    @Test
    void replacesFilesWithTheirProfilesAndKeepsTheBatches() {
        RecordFile first = added(1, cell("age", 0, 1));
        RecordFile second = added(2, cell("age", 0, 2));
        RecordFile stays = added(3, cell("age", 5, 3));
        RecordFile merged = file(2);
        FileCell cell = new FileCell(merged.id(), cell("age", 0, 9));
        assertThat(manifest().replace(dataset, List.of(first.id(), second.id()), List.of(merged), List.of(cell)))
                .isTrue();
        assertThat(manifest().files(dataset)).containsExactly(merged, stays);
        assertSame(cells(), cell("age", 0, 9), cell("age", 5, 3));
        assertThat(manifest().batch(dataset, "batch of " + first.id())).isPresent();
    }

    @Test
    void replacesFilesByNone() {
        RecordFile file = added(1, cell("age", 0, 1));
        assertThat(manifest().replace(dataset, List.of(file.id()), List.of(), List.of()))
                .isTrue();
        assertThat(manifest().files(dataset)).isEmpty();
        assertThat(cells()).isEmpty();
    }

    @Test
    void changesNothingWhereAFileIsNotListedAnyMore() {
        RecordFile file = added(1, cell("age", 0, 1));
        RecordFile merged = file(1);
        assertThat(manifest().replace(dataset, List.of(file.id(), Samples.id()), List.of(merged), List.of()))
                .isFalse();
        assertThat(manifest().replace(Samples.id(), List.of(file.id()), List.of(), List.of()))
                .isFalse();
        assertThat(manifest().files(dataset)).containsExactly(file);
        assertThat(cells()).hasSize(1);
    }

    @Test
    void replacesTheProfilesOfAFile() {
        RecordFile file = added(1, cell("age", 0, 1), cell("job", 0, 1));
        added(2, cell("age", 0, 2));
        manifest().replaceCells(file.id(), List.of(cell("age", 0, 7)));
        assertSame(cells(), cell("age", 0, 7), cell("age", 0, 2));
    }

    @Test
    void forgetsADataset() {
        added(1, cell("age", 0, 1));
        manifest().drop(dataset);
        assertThat(manifest().files(dataset)).isEmpty();
        assertThat(manifest().datasets()).isEmpty();
        assertThat(cells()).isEmpty();
        RecordFile file = file(1);
        assertThat(manifest().add(file, List.of(batch("a")), List.of())).isTrue();
    }

    @Test
    void takesManyAtOnce() {
        List<BatchReceipt> batches =
                IntStream.range(0, 3_001).mapToObj(i -> batch("batch " + i)).toList();
        Profile profile = cell("any", 0, 1).profile();
        List<ProfileCell> cells = IntStream.range(0, 3_001)
                .mapToObj(i -> new ProfileCell("column " + i % 100, HOUR.plus(Duration.ofHours(i / 100)), profile))
                .toList();
        assertThat(manifest().add(file(1), batches, cells)).isTrue();
        assertThat(cells()).hasSize(3_001);
        assertThat(manifest().batch(dataset, "batch 3000")).isPresent();
    }

    /** A batch that goes over many days has a profile of each column for each hour of them. */
    @Test
    void takesManyLargeProfilesAtOnce() {
        String[] texts = IntStream.range(0, 50)
                .mapToObj(i -> "a long category " + "x".repeat(100) + i)
                .toArray(String[]::new);
        long[] counts = LongStream.range(1, 51).toArray();
        ProfileBuilder builder = new ProfileBuilder(ProfileSpec.of(ColumnType.TEXT), Sketches.NONE);
        builder.add(new ColumnChunk.Texts(texts, counts, 50, 0, 0));
        Profile profile = builder.build();
        List<ProfileCell> cells = IntStream.range(0, 600)
                .mapToObj(i -> new ProfileCell("column", HOUR.plus(Duration.ofHours(i)), profile))
                .toList();
        assertThat(manifest().add(file(1), List.of(batch("a")), cells)).isTrue();
        assertThat(cells()).hasSize(600);
    }

    @Test
    void keepsEverythingWhenReopened() {
        RecordFile file = added(1, cell("age", 0, 1));
        reopen();
        assertThat(manifest().files(dataset)).containsExactly(file);
        assertSame(cells(), cell("age", 0, 1));
        assertThat(manifest().batch(dataset, "batch of " + file.id())).isPresent();
    }

    @Test
    void listsABatchOnceForManyWhoAddIt() {
        List<BatchReceipt> batches =
                IntStream.range(0, 20).mapToObj(i -> batch("batch " + i)).toList();
        List<Boolean> added = race(number -> {
            List<BatchReceipt> shuffled = new ArrayList<>(batches);
            Collections.rotate(shuffled, number * 3);
            return manifest().add(file(number), shuffled, List.of(cell("age", number, 1)));
        });
        assertThat(added).filteredOn(won -> won).hasSize(1);
        assertThat(manifest().files(dataset)).hasSize(1);
        assertThat(cells()).hasSize(1);
    }

    @Test
    void replacesAFileOnceForManyWhoMergeIt() {
        List<Id> others = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            others.add(added(i, cell("age", i, 1)).id());
        }
        List<Boolean> replaced = race(number -> {
            List<Id> rotated = new ArrayList<>(others);
            Collections.rotate(rotated, number);
            RecordFile merged = file(number);
            FileCell cell = new FileCell(merged.id(), cell("age", 0, number));
            return manifest().replace(dataset, rotated, List.of(merged), List.of(cell));
        });
        assertThat(replaced).filteredOn(won -> won).hasSize(1);
        assertThat(manifest().files(dataset)).hasSize(1);
        assertThat(cells()).hasSize(1);
    }
}
