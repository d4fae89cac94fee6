package io.plumbline.store.records;

import static io.plumbline.store.records.StoreFixture.DATASET;
import static io.plumbline.store.records.StoreFixture.STILL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.IncomingFile;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordChange.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come in beside the log. */
class FileImportTest {
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

    private BatchReceipt append(String batchId, int rows, Consumer<Map<String, ValueType>> columns) {
        try {
            Path path = Files.writeString(Files.createTempFile(root, "incoming", ""), Integer.toString(rows));
            return fixture.store.appendFile(fixture.dataset(), batchId, IncomingFile.at(path), columns);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void take(Map<String, ValueType> columns) {
        assertThat(columns).containsOnlyKeys("x");
    }

    private List<Path> recordFiles() {
        return fixture.files();
    }

    @Test
    void aReadSeesTheRowsOfAFile() {
        List<Map<String, ValueType>> told = new ArrayList<>();
        BatchReceipt receipt = append("a", 3, told::add);
        assertThat(receipt.rows()).isEqualTo(3);
        assertThat(told).containsExactly(Map.of("x", ValueType.NUMBER));
        assertThat(fixture.ids()).hasSize(3);
        assertThat(fixture.store.count(DATASET)).isEqualTo(3);
        assertThat(fixture.store.batch(DATASET, "a")).contains(receipt);
    }

    @Test
    void aFileIsKeptOnceAlsoAfterARestart() throws IOException {
        BatchReceipt receipt = append("a", 3, FileImportTest::take);
        assertThat(append("a", 7, FileImportTest::take)).isEqualTo(receipt);
        fixture = fixture.reopen();
        assertThat(append("a", 7, FileImportTest::take)).isEqualTo(receipt);
        assertThat(fixture.ids()).hasSize(3);
    }

    @Test
    void aBatchAndAFileOfOneIdCountOnce() {
        fixture.store.append(DATASET, "a", Batches.counting("a", 2, 0));
        assertThat(append("a", 7, FileImportTest::take).rows()).isEqualTo(2);
        append("b", 3, FileImportTest::take);
        assertThat(fixture.store
                        .append(DATASET, "b", Batches.counting("b", 9, 0))
                        .rows())
                .isEqualTo(3);
        assertThat(fixture.ids()).hasSize(5);
    }

    @Test
    void oneOfEightThatSendTheSameFileIsKept() throws Exception {
        for (int round = 0; round < 10; round++) {
            String batchId = "batch" + round;
            List<Future<BatchReceipt>> receipts = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int thread = 0; thread < 8; thread++) {
                    receipts.add(threads.submit(() -> append(batchId, 2, FileImportTest::take)));
                }
            }
            for (Future<BatchReceipt> receipt : receipts) {
                assertThat(receipt.get()).isEqualTo(receipts.getFirst().get());
            }
        }
        assertThat(fixture.ids()).hasSize(20);
    }

    @Test
    void nothingIsLeftWhereItsColumnsAreRefused() {
        assertThatThrownBy(() -> append("a", 3, columns -> {
                    throw PlumblineException.invalid("x", "no");
                }))
                .isInstanceOf(PlumblineException.class);
        assertThat(recordFiles()).isEmpty();
        assertThat(fixture.store.batch(DATASET, "a")).isEmpty();
        assertThat(append("a", 3, FileImportTest::take).rows()).isEqualTo(3);
    }

    @Test
    void nothingIsLeftWhereTheManifestFails() {
        assertThatThrownBy(() -> append("a", 3, columns -> fixture.manifest.failBefore()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(recordFiles()).isEmpty();
        assertThat(append("a", 3, FileImportTest::take).rows()).isEqualTo(3);
        assertThat(fixture.ids()).hasSize(3);
    }

    @Test
    void whatWasListedIsKeptWhereTheManifestFailsAfterwards() {
        assertThatThrownBy(() -> append("a", 3, columns -> fixture.manifest.failAfter()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(append("a", 7, FileImportTest::take).rows()).isEqualTo(3);
        assertThat(fixture.ids()).hasSize(3);
    }

    @Test
    void aStartRemovesAFileThatWasWrittenAndNotListed() throws IOException {
        Path left =
                fixture.folder.resolve("records").resolve(DATASET.toString()).resolve(new Id(3, 3) + ".parquet");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "cut off");
        Path unfinished = Files.writeString(left.resolveSibling(new Id(3, 4) + ".parquet.tmp"), "cut off");
        fixture = fixture.reopen();
        assertThat(fixture.store.recovery().removed()).containsExactlyInAnyOrder(left, unfinished);
        assertThat(recordFiles()).isEmpty();
    }

    @Test
    void profilesWaitUntilAllFilesAreInThem() {
        append("a", 3, FileImportTest::take);
        append("b", 5, FileImportTest::take);
        Map<String, String> digests = fixture.digests();
        assertThat(digests).isNotEmpty();
        assertThat(fixture.manifest.unprofiled()).isEmpty();
        fixture.store.recompute(fixture.dataset());
        assertThat(fixture.digests()).isEqualTo(digests);
    }

    @Test
    void profilesAreTakenAfterACrash() throws IOException {
        fixture.engine.failScans(true);
        append("a", 3, FileImportTest::take);
        fixture = fixture.crash();
        assertThat(fixture.manifest.unprofiled()).hasSize(1);
        Map<String, String> digests = fixture.digests();
        assertThat(fixture.manifest.unprofiled()).isEmpty();
        fixture.store.recompute(fixture.dataset());
        assertThat(fixture.digests()).isNotEmpty().isEqualTo(digests);
    }

    @Test
    void aFileIsPackedInItsPlace() throws IOException {
        append("a", 3, FileImportTest::take);
        append("b", 5, FileImportTest::take);
        Map<String, String> digests = fixture.digests();
        List<Path> before = recordFiles();
        fixture.engine.failScans(true);
        fixture.store.compact(DATASET);
        assertThat(fixture.manifest.unpacked()).isEmpty();
        assertThat(recordFiles()).hasSize(2).doesNotContainAnyElementsOf(before);
        fixture = fixture.crash();
        assertThat(fixture.digests()).isEqualTo(digests);
        assertThat(fixture.ids()).hasSize(8);
    }

    @Test
    void aFileIsPackedAfterACrashThatLeftAHalfPackedOne() throws IOException {
        append("a", 3, FileImportTest::take);
        Map<String, String> digests = fixture.digests();
        fixture.manifest.failBefore();
        assertThatThrownBy(() -> fixture.store.compact(DATASET)).isInstanceOf(IllegalStateException.class);
        assertThat(recordFiles()).hasSize(1);
        fixture = fixture.crash();
        assertThat(fixture.manifest.unpacked()).hasSize(1);
        fixture.store.compact(DATASET);
        assertThat(fixture.manifest.unpacked()).isEmpty();
        assertThat(fixture.ids()).hasSize(3);
        assertThat(fixture.digests()).isNotEmpty().isEqualTo(digests);
    }

    @Test
    void changesThatWereAcknowledgedBeforeComeBeforeTheFile() {
        fixture.store.append(DATASET, "a", Batches.counting("a", 2, 0));
        fixture.store.change(
                DATASET,
                "c",
                List.of(new RecordChange("a-1", Part.VALUE, "x", Optional.of("9"), Instant.ofEpochSecond(5))));
        append("b", 3, FileImportTest::take);
        assertThat(fixture.manifest.files(DATASET))
                .extracting(file -> file.rows())
                .containsExactly(2L, 1L, 3L);
    }
}
