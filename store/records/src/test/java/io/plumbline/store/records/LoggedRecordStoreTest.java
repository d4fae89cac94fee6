package io.plumbline.store.records;

import static io.plumbline.store.records.StoreFixture.DATASET;
import static io.plumbline.store.records.StoreFixture.STILL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordChange.Part;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.domain.record.RecordFile.Content;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.store.records.frame.FrameCodec;
import io.plumbline.store.records.frame.RecordFrame;
import io.plumbline.store.records.log.LogSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedRecordStoreTest {
    private static final long HOUR = 3_600_000_000L;

    @TempDir
    Path root;

    private StoreFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = StoreFixture.open(root, STILL);
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private BatchReceipt append(String batchId, int rows) {
        return fixture.store.append(DATASET, batchId, Batches.counting(batchId, rows, HOUR));
    }

    private void change(String batchId, String recordId, @Nullable String value) {
        fixture.store.change(
                DATASET,
                batchId,
                List.of(new RecordChange(
                        recordId, Part.VALUE, "x", Optional.ofNullable(value), Instant.ofEpochSecond(5))));
    }

    @Test
    void aReadSeesWhatWasAcknowledged() {
        BatchReceipt receipt = append("a", 3);
        assertThat(receipt.rows()).isEqualTo(3);
        assertThat(fixture.ids()).containsExactly("a-0", "a-1", "a-2");
        assertThat(fixture.store.count(DATASET)).isEqualTo(3);
        assertThat(fixture.store.batch(DATASET, "a")).contains(receipt);
        assertThat(fixture.store.batch(DATASET, "b")).isEmpty();
    }

    @Test
    void aBatchIsKeptOnceBeforeAndAfterItsFlushAndARestart() throws IOException {
        BatchReceipt receipt = append("a", 3);
        assertThat(append("a", 7)).isEqualTo(receipt);
        assertThat(fixture.ids()).hasSize(3);
        assertThat(append("a", 7)).isEqualTo(receipt);
        fixture = fixture.reopen();
        assertThat(append("a", 7)).isEqualTo(receipt);
        assertThat(fixture.ids()).hasSize(3);
    }

    @Test
    void oneOfEightThatSendTheSameBatchIsKept() throws Exception {
        for (int round = 0; round < 20; round++) {
            String batchId = "batch" + round;
            List<Future<BatchReceipt>> receipts = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int thread = 0; thread < 8; thread++) {
                    receipts.add(threads.submit(() -> append(batchId, 2)));
                }
            }
            BatchReceipt first = receipts.getFirst().get();
            for (Future<BatchReceipt> receipt : receipts) {
                assertThat(receipt.get()).isEqualTo(first);
            }
        }
        assertThat(fixture.ids()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void datasetsHaveBatchIdsOfTheirOwn() {
        append("a", 3);
        Id other = new Id(9, 9);
        fixture.put(StoreFixture.dataset(other, ValueType.NUMBER));
        fixture.store.append(other, "a", Batches.counting("other", 2, HOUR));
        assertThat(fixture.ids()).hasSize(3);
        assertThat(fixture.store.count(other)).isEqualTo(2);
    }

    @Test
    void whatWasInTheLogOnlyIsThereAfterACrash() throws IOException {
        BatchReceipt receipt = append("a", 3);
        change("c", "a-1", "77");
        fixture = fixture.crash();
        assertThat(fixture.store.recovery().waiting()).isEqualTo(2);
        assertThat(fixture.store.batch(DATASET, "a")).contains(receipt);
        assertThat(append("a", 3)).isEqualTo(receipt);
        assertThat(fixture.records())
                .extracting(record -> record.values().getFirst())
                .containsExactly(0.0, 77.0, 2.0);
        assertThat(fixture.records())
                .allSatisfy(record -> assertThat(record.receivedAt()).isEqualTo(receipt.receivedAt()));
    }

    @Test
    void whatWasFlushedBeforeACrashIsNotThereTwice() throws IOException {
        append("a", 3);
        assertThat(fixture.ids()).hasSize(3);
        append("b", 2);
        fixture = fixture.crash();
        assertThat(fixture.store.recovery().listed()).isEqualTo(1);
        assertThat(fixture.store.recovery().waiting()).isEqualTo(1);
        assertThat(fixture.store.recovery().lines())
                .anyMatch(line -> line.contains("1 were in files already, 1 wait for one"));
        assertThat(fixture.ids()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aCrashBetweenFileAndManifestLeavesNothingBehind() throws IOException {
        append("a", 3);
        fixture.manifest.failBefore();
        assertThatThrownBy(() -> fixture.ids()).hasMessageContaining("broke off before");
        assertThat(fixture.files()).hasSize(1);
        fixture = fixture.crash();
        assertThat(fixture.store.recovery().removed()).hasSize(1);
        assertThat(fixture.ids()).hasSize(3);
        assertThat(fixture.files()).hasSize(1);
    }

    @Test
    void aFlushThatWasListedWithoutBeingToldIsNotRepeated() throws IOException {
        append("a", 3);
        fixture.manifest.failAfter();
        assertThatThrownBy(() -> fixture.ids()).hasMessageContaining("broke off after");
        append("b", 2);
        assertThat(fixture.ids()).hasSize(5).doesNotHaveDuplicates();
        assertThat(fixture.files()).hasSize(2);
        fixture = fixture.crash();
        assertThat(fixture.ids()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aFlushThatFailsLosesNothingAndIsRepeated() {
        append("a", 3);
        fixture.engine.failNextWrite();
        assertThatThrownBy(() -> fixture.ids()).hasMessageContaining("the disk is full");
        assertThat(fixture.ids()).hasSize(3);
        assertThat(fixture.files()).hasSize(1);
    }

    @Test
    void theLogIsShortenedOnceRecordsAreInFiles() throws IOException {
        for (int i = 0; i < 50; i++) {
            append("b" + i, 10);
        }
        long before = fixture.store.status().logBytes();
        assertThat(fixture.ids()).hasSize(500);
        fixture = fixture.reopen();
        assertThat(fixture.store.status().logBytes()).isLessThan(before / 4);
        assertThat(fixture.store.recovery().waiting()).isZero();
        assertThat(fixture.ids()).hasSize(500);
    }

    @Test
    void anEmptyBatchLeavesNoTrace() {
        assertThat(append("empty", 0).rows()).isZero();
        assertThat(fixture.ids()).isEmpty();
        assertThat(fixture.files()).isEmpty();
    }

    @Test
    void moreThanMemoryTakesIsRefusedAsAWholeUntilThereIsRoom() throws IOException {
        fixture.close();
        fixture = StoreFixture.open(root.resolve("small"), STILL.withWaitingBytes(20_000));
        int kept = 0;
        while (true) {
            try {
                append("b" + kept, 10);
                kept++;
            } catch (PlumblineException e) {
                assertThat(e.failure()).isEqualTo(new Failure.Busy(STILL.retryAfter()));
                break;
            }
        }
        assertThat(kept).isBetween(5, 100);
        assertThat(fixture.store.batch(DATASET, "b" + kept)).isEmpty();
        assertThat(fixture.ids()).hasSize(10 * kept);
        append("b" + kept, 10);
        assertThat(fixture.ids()).hasSize(10 * kept + 10);
    }

    @Test
    void aBatchThatIsLongerThanAFrameIsTooLarge() throws IOException {
        fixture.close();
        fixture = StoreFixture.open(
                root.resolve("small"), STILL.with(LogSettings.defaults().withPayloadBytes(500)));
        assertThatThrownBy(() -> append("large", 1000))
                .isInstanceOfSatisfying(
                        PlumblineException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.TooLarge.class));
        append("small", 2);
        assertThat(fixture.ids()).hasSize(2);
        assertThat(fixture.store.status().waitingBytes()).isZero();
    }

    @Test
    void whatIsOldOrLargeIsFlushedByItself() throws IOException {
        fixture.close();
        fixture = StoreFixture.open(
                root.resolve("eager"),
                STILL.withTick(Duration.ofMillis(5)).withFlush(1 << 20, 1_000_000, Duration.ofMillis(50)));
        append("old", 2);
        awaitFiles(1);
        fixture.close();
        fixture = StoreFixture.open(root.resolve("large"), STILL.withFlush(1 << 20, 100, Duration.ofHours(1)));
        append("small", 99);
        append("large", 2);
        awaitFiles(1);
        assertThat(fixture.store.status().waitingRows()).isZero();
    }

    @Test
    void troubleInTheBackgroundIsToldUntilItIsOver() throws IOException {
        fixture.close();
        fixture = StoreFixture.open(
                root.resolve("eager"),
                STILL.withTick(Duration.ofMillis(100)).withFlush(1 << 20, 1_000_000, Duration.ofMillis(1)));
        fixture.engine.failNextWrite();
        append("a", 2);
        await(() -> fixture.store.status().trouble().isPresent());
        awaitFiles(1);
        await(() -> fixture.store.status().trouble().isEmpty());
        assertThat(fixture.ids()).hasSize(2);
    }

    private void awaitFiles(int count) {
        await(() -> fixture.files().size() == count && fixture.store.status().waitingRows() == 0);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).describedAs("time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void batchesOfDifferentSchemasWaitTogether() {
        BitSet none = new BitSet();
        fixture.store.append(
                DATASET,
                "integers",
                Batches.with(Batches.counting("i", 2, HOUR), new BatchColumn.Integers("x", new long[] {1, 2}, none)));
        append("numbers", 2);
        fixture.store.append(
                DATASET,
                "more",
                Batches.with(
                        Batches.counting("m", 2, HOUR),
                        new BatchColumn.Texts("y", ValueType.TEXT, new String[] {"a", "b"}, none)));
        fixture.addColumn(Column.of("y", ValueType.TEXT, ColumnRole.FEATURE));
        assertThat(fixture.records())
                .extracting(record -> record.values())
                .containsExactlyInAnyOrder(
                        values(1.0, null),
                        values(2.0, null),
                        values(0.0, null),
                        values(1.0, null),
                        values(null, "a"),
                        values(null, "b"));
        assertThat(fixture.files()).hasSize(1);
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    @Test
    void profilesAreThoseOfAllRecordsHoweverTheyCame() {
        append("a", 100);
        fixture.ids();
        append("b", 50);
        fixture.addColumn(Column.of("y", ValueType.TEXT, ColumnRole.FEATURE));
        fixture.store.append(
                DATASET,
                "c",
                Batches.with(
                        Batches.counting("c", 2, HOUR),
                        new BatchColumn.Texts("y", ValueType.TEXT, new String[] {"a", "b"}, new BitSet())));
        Map<String, String> digests = fixture.digests();
        assertThat(digests).hasSize(4);
        fixture.store.recompute(fixture.dataset());
        assertThat(fixture.digests()).isEqualTo(digests);
    }

    @Test
    void profilesFollowAColumnThatWasWidened() {
        fixture.put(StoreFixture.dataset(DATASET, ValueType.INTEGER));
        fixture.store.append(
                DATASET,
                "integers",
                Batches.with(
                        Batches.counting("i", 2, HOUR),
                        new BatchColumn.Integers("x", new long[] {1, 2}, new BitSet())));
        assertThat(fixture.digests()).hasSize(1);
        fixture.put(StoreFixture.dataset(DATASET, ValueType.NUMBER));
        append("numbers", 3);
        Map<String, String> digests = fixture.digests();
        assertThat(digests).hasSize(1);
        fixture.store.recompute(fixture.dataset());
        assertThat(fixture.digests()).isEqualTo(digests);
    }

    @Test
    void profilesAreThoseAfterChanges() {
        append("a", 3);
        Map<String, String> before = fixture.digests();
        change("c", "a-2", "50");
        assertThat(fixture.digests()).isNotEqualTo(before);
        change("d", "a-2", "2");
        assertThat(fixture.digests()).isEqualTo(before);
    }

    @Test
    void theMarkerStaysOnlyAsLongAsTheRecordsDo() throws IOException {
        List<String> markers = new ArrayList<>();
        markers.add(marker());
        append("a", 3);
        markers.add(marker());
        change("b", "a-2", "50");
        markers.add(marker());
        // Folds the change into the file of records.
        fixture.digests();
        assertThat(marker()).isEqualTo(markers.getLast());
        change("c", "a-2", "60");
        markers.add(marker());
        fixture.store.expire(fixture.dataset(), Instant.ofEpochSecond(3600 + 60));
        markers.add(marker());
        fixture.store.drop(DATASET);
        markers.add(marker());
        append("a", 3);
        markers.add(marker());
        fixture = fixture.reopen();
        assertThat(marker()).isEqualTo(markers.getLast());
        assertThat(markers).doesNotHaveDuplicates();
    }

    private String marker() {
        return fixture.store.marker(DATASET);
    }

    @Test
    void cellsAreThoseOfTheHoursThatTheTimeTouches() {
        append("a", 180);
        Instant one = Instant.ofEpochSecond(3600);
        assertThat(hours(one, one.plusSeconds(3600))).containsExactly(1L);
        assertThat(hours(one, one.plusSeconds(3601))).containsExactly(1L, 2L);
        assertThat(hours(one.plusSeconds(3599), one.plusSeconds(7200))).containsExactly(1L, 2L);
        assertThat(hours(one, one.plusSeconds(3600).plusNanos(1))).containsExactly(1L, 2L);
        assertThat(hours(Instant.EPOCH, one)).isEmpty();
    }

    private List<Long> hours(Instant from, Instant until) {
        return fixture.cells(from, until).stream()
                .map(cell -> cell.hour().getEpochSecond() / 3600)
                .toList();
    }

    @Test
    void smallFilesAreMerged() throws IOException {
        for (int i = 0; i < 8; i++) {
            append("b" + i, 10);
            fixture.ids();
        }
        change("c", "b3-4", "1000");
        Map<String, String> digests = fixture.digests();
        assertThat(fixture.files()).hasSizeLessThan(9);
        List<String> ids = fixture.ids();
        fixture.store.compact(DATASET);
        assertThat(fixture.files()).hasSize(1);
        assertThat(fixture.ids()).isEqualTo(ids);
        assertThat(fixture.digests()).isEqualTo(digests);
        assertThat(append("b3", 10).rows()).isEqualTo(10);
        assertThat(fixture.ids()).isEqualTo(ids);
        fixture = fixture.crash();
        assertThat(fixture.store.recovery().removed()).isEmpty();
        assertThat(fixture.ids()).isEqualTo(ids);
    }

    @Test
    void smallFilesAreMergedWithTheirChanges() {
        for (int i = 0; i < 8; i++) {
            append("b" + i, 1);
            fixture.ids();
        }
        change("c", "b3-0", "1000");
        change("d", "b4-0", null);
        List<List<@Nullable Object>> values = valuesOf();
        assertThat(fixture.files()).hasSize(9);
        fixture.store.compact(DATASET);
        assertThat(fixture.files()).hasSize(1);
        assertThat(valuesOf()).isEqualTo(values).contains(values(1000.0), values((Object) null));
    }

    private List<List<@Nullable Object>> valuesOf() {
        return fixture.records().stream().map(record -> record.values()).toList();
    }

    @Test
    void changesStayAsLongAsAFileThatIsNotMergedNeedsThem() throws IOException {
        fixture.close();
        fixture = StoreFixture.open(
                root.resolve("large"), STILL.withSmallBytes(2_000).withCompaction(2, 100));
        append("large", 300);
        fixture.ids();
        change("c", "large-1", "1000");
        append("small", 1);
        fixture.ids();
        append("smaller", 1);
        List<String> ids = fixture.ids();
        assertThat(fixture.files()).hasSize(4);
        fixture.store.compact(DATASET);
        assertThat(fixture.files()).hasSize(3);
        assertThat(fixture.ids()).isEqualTo(ids);
        assertThat(valuesOf()).contains(values(1000.0));
    }

    @Test
    void manyFilesOfChangesAreFoldedIn() throws IOException {
        fixture.close();
        fixture = StoreFixture.open(root.resolve("fold"), STILL.withCompaction(100, 3));
        append("a", 3);
        for (int i = 1; i <= 3; i++) {
            change("c" + i, "a-1", "" + i);
            fixture.ids();
        }
        assertThat(fixture.files()).hasSize(4);
        fixture.store.compact(DATASET);
        assertThat(fixture.files()).hasSize(1);
        assertThat(valuesOf()).containsExactly(values(0.0), values(3.0), values(2.0));
        change("c2", "a-1", "9");
        assertThat(valuesOf()).containsExactly(values(0.0), values(3.0), values(2.0));
    }

    @Test
    void aMergeThatFailsChangesNothing() {
        for (int i = 0; i < 8; i++) {
            append("b" + i, 10);
            fixture.ids();
        }
        fixture.engine.failNextWrite();
        assertThatThrownBy(() -> fixture.store.compact(DATASET)).hasMessageContaining("disk is full");
        fixture.manifest.failBefore();
        assertThatThrownBy(() -> fixture.store.compact(DATASET)).hasMessageContaining("broke off before");
        assertThat(fixture.files()).hasSize(8);
        fixture.manifest.failAfter();
        assertThatThrownBy(() -> fixture.store.compact(DATASET)).hasMessageContaining("broke off after");
        assertThat(fixture.ids()).hasSize(80);
    }

    @Test
    void aFileThatIsReadIsRemovedOnlyAfterwards() {
        for (int i = 0; i < 8; i++) {
            append("b" + i, 10);
            fixture.ids();
        }
        fixture.engine.whileReading(() -> {
            fixture.engine.whileReading(() -> {});
            fixture.store.compact(DATASET);
            assertThat(fixture.files()).hasSize(9);
        });
        assertThat(fixture.ids()).hasSize(80);
        assertThat(fixture.files()).hasSize(1);
        assertThat(fixture.ids()).hasSize(80);
    }

    @Test
    void aFileWithoutProfilesIsNotListedAndMadeAgain() {
        append("b", 10);
        fixture.profiler.failNext();
        assertThatThrownBy(fixture::ids)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no profiles today");
        assertThat(fixture.files()).isEmpty();
        assertThat(fixture.ids()).hasSize(10);
        assertThat(fixture.files()).hasSize(1);
        assertThat(fixture.digests()).isNotEmpty();
    }

    @Test
    void profilesAreReadWhileFilesAreMerged() {
        for (int i = 0; i < 8; i++) {
            append("b" + i, 10);
            fixture.ids();
        }
        Map<String, String> before = fixture.digests();
        AtomicReference<Map<String, String>> meanwhile = new AtomicReference<>(Map.of());
        fixture.engine.whileReading(() -> {
            fixture.engine.whileReading(() -> {});
            meanwhile.set(CompletableFuture.supplyAsync(fixture::digests)
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join());
        });
        fixture.store.compact(DATASET);
        assertThat(fixture.files()).hasSize(1);
        assertThat(meanwhile.get()).isEqualTo(before).isEqualTo(fixture.digests());
    }

    @Test
    void recordsThatAreTooOldAreForgotten() {
        append("early", 60);
        fixture.ids();
        fixture.store.append(DATASET, "late", Batches.counting("late", 60, 5 * HOUR));
        fixture.ids();
        Instant before = Instant.ofEpochSecond(3600 + 30 * 60);
        fixture.store.expire(fixture.dataset(), before);
        assertThat(fixture.ids()).hasSize(90).startsWith("early-30");
        fixture.store.expire(fixture.dataset(), Instant.ofEpochSecond(5 * 3600));
        assertThat(fixture.ids()).hasSize(60).startsWith("late-0");
        assertThat(fixture.files()).hasSize(1);
        assertThat(fixture.digests()).hasSize(1);
        assertThat(append("early", 60).rows()).isEqualTo(60);
        assertThat(fixture.ids()).hasSize(60);
    }

    @Test
    void aDroppedDatasetIsForgottenAlsoAfterACrash() throws IOException {
        append("flushed", 3);
        fixture.ids();
        append("waiting", 3);
        fixture.store.drop(DATASET);
        assertThat(fixture.ids()).isEmpty();
        assertThat(fixture.files()).isEmpty();
        fixture = fixture.crash();
        assertThat(fixture.ids()).isEmpty();
        assertThat(fixture.store.batch(DATASET, "flushed")).isEmpty();
        append("flushed", 2);
        fixture = fixture.crash();
        assertThat(fixture.ids()).hasSize(2);
    }

    @Test
    void aFileThatIsListedAndGoneIsNamed() throws IOException {
        append("a", 3);
        fixture.ids();
        Path file = fixture.files().getFirst();
        Files.delete(file);
        fixture = fixture.reopen();
        assertThat(fixture.store.recovery().missing()).containsExactly(file);
        assertThat(fixture.store.recovery().lines()).anyMatch(line -> line.contains("MISSING: " + file));
    }

    @Test
    void filesOfADatasetThatNobodyKnowsAreSetAside() throws IOException {
        append("a", 3);
        fixture.ids();
        Path folder = fixture.folder.resolve("records").resolve(new Id(77, 77).toString());
        Files.createDirectories(folder);
        Path foreign = Files.write(folder.resolve("x.parquet"), new byte[] {1});
        fixture = fixture.reopen();
        assertThat(foreign).doesNotExist();
        assertThat(fixture.store.recovery().setAside())
                .singleElement()
                .satisfies(file -> assertThat(file).exists().hasFileName("x.parquet"));
        assertThat(fixture.ids()).hasSize(3);
    }

    @Test
    void filesHaveTheOrderInWhichTheirContentCame() {
        append("a", 3);
        fixture.ids();
        change("c", "a-1", "5");
        fixture.ids();
        append("b", 3);
        fixture.ids();
        assertThat(fixture.manifest.files(DATASET))
                .extracting(RecordFile::content, RecordFile::sequence)
                .containsExactly(tuple(Content.RECORDS, 1L), tuple(Content.CHANGES, 2L), tuple(Content.RECORDS, 3L));
    }

    @Test
    void aTimeThatNoFileCanHoldIsRefusedByName() {
        for (long micros : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 6_400_000_000_000_000_000L}) {
            assertThatThrownBy(() -> fixture.store.append(DATASET, "far", Batches.counting("far", 1, micros)))
                    .hasMessageContaining("_event_time of row 1 is more than 200 000 years away");
            BitSet none = new BitSet();
            assertThatThrownBy(() -> fixture.store.append(
                            DATASET,
                            "far",
                            Batches.with(
                                    Batches.counting("far", 2, HOUR),
                                    new BatchColumn.Timestamps("when", new long[] {0, micros}, none))))
                    .hasMessageContaining("when of row 2");
        }
        assertThat(fixture.store.status().waitingRows()).isZero();
    }

    @Test
    void whatNoFileCanHoldIsSetAsideAndKeepsNothingElseUp() throws IOException {
        append("a", 3);
        change("good", "a-0", "7");
        change("bad", "a-1", "no JSON");
        change("better", "a-2", "9");
        assertThat(valuesOf()).containsExactly(values(7.0), values(1.0), values(9.0));
        assertThat(fixture.store.status().waitingRows()).isZero();
        assertThat(StoreFixture.files(fixture.folder.resolve("refused")))
                .singleElement()
                .satisfies(file -> assertThat(FrameCodec.decode(ByteBuffer.wrap(Files.readAllBytes(file))))
                        .isInstanceOfSatisfying(
                                RecordFrame.Changes.class,
                                frame -> assertThat(frame.receipt().batchId()).isEqualTo("bad")));
        fixture = fixture.crash();
        assertThat(valuesOf()).containsExactly(values(7.0), values(1.0), values(9.0));
    }
}
