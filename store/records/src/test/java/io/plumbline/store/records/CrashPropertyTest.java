package io.plumbline.store.records;

import static io.plumbline.store.records.StoreFixture.DATASET;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordChange.Part;
import io.plumbline.domain.record.StoredRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** However appends, changes, flushes, merges, failures and crashes follow each other: each acknowledged row is there once, as it was changed last, and in the profiles. */
class CrashPropertyTest {
    private static final StoreSettings SETTINGS = StoreFixture.STILL.withCompaction(3, 3);
    private static final long HOUR = 3_600_000_000L;

    enum Action {
        APPEND,
        APPEND_AGAIN,
        CHANGE,
        READ,
        PROFILE,
        MERGE,
        FAIL_WRITE,
        FAIL_BEFORE_LISTING,
        FAIL_AFTER_LISTING,
        CRASH,
        REOPEN
    }

    /**
     * A step.
     *
     * @param action what is done
     * @param number which batch, or how many rows
     */
    record Step(Action action, int number) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Action> actions = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(Action.APPEND, Action.CHANGE)),
                Tuple.of(4, Arbitraries.of(Action.values())));
        return Combinators.combine(actions, Arbitraries.integers().between(0, 1000))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 40)
    void everyAcknowledgedRowIsThereOnce(@ForAll("steps") List<Step> steps) throws IOException {
        Path root = Files.createTempDirectory("plumbline-records");
        Run run = new Run(StoreFixture.open(root, SETTINGS));
        try {
            for (Step step : steps) {
                run.take(step);
            }
            run.check();
        } finally {
            run.fixture.close();
            delete(root);
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static final class Run {
        private final Map<String, Double> expected = new HashMap<>();
        private StoreFixture fixture;
        private int batches;
        private int changes;

        Run(StoreFixture fixture) {
            this.fixture = fixture;
        }

        void take(Step step) throws IOException {
            switch (step.action()) {
                case APPEND -> append(batches++, 1 + step.number() % 5);
                case APPEND_AGAIN -> appendAgain(step.number());
                case CHANGE -> change(step.number());
                case READ -> mayFail(this::checkRecords);
                case PROFILE -> mayFail(fixture::digests);
                case MERGE -> mayFail(() -> fixture.store.compact(DATASET));
                case FAIL_WRITE -> fixture.engine.failNextWrite();
                case FAIL_BEFORE_LISTING -> fixture.manifest.failBefore();
                case FAIL_AFTER_LISTING -> fixture.manifest.failAfter();
                case CRASH -> fixture = fixture.crash();
                case REOPEN -> fixture = fixture.reopen();
            }
        }

        private void append(int batch, int rows) {
            String batchId = "b" + batch;
            fixture.store.append(DATASET, batchId, Batches.counting(batchId, rows, HOUR * (1 + batch % 3)));
            for (int row = 0; row < rows; row++) {
                expected.put(batchId + "-" + row, (double) row);
            }
        }

        /** With other rows, which do not count. */
        private void appendAgain(int number) {
            if (batches > 0) {
                String batchId = "b" + number % batches;
                fixture.store.append(DATASET, batchId, Batches.counting("again", 3, HOUR));
            }
        }

        private void change(int number) {
            if (!expected.isEmpty()) {
                String recordId = expected.keySet().stream()
                        .sorted()
                        .skip(number % expected.size())
                        .findFirst()
                        .orElseThrow();
                Optional<String> value = Optional.of(number + "");
                RecordChange change = new RecordChange(recordId, Part.VALUE, "x", value, Instant.ofEpochSecond(number));
                fixture.store.change(DATASET, "c" + changes++, List.of(change));
                expected.put(recordId, (double) number);
            }
        }

        /** Reads and upkeep may fail where a failure was injected; nothing may be wrong in them otherwise. */
        private static boolean mayFail(Runnable work) {
            try {
                work.run();
                return true;
            } catch (IllegalStateException e) {
                assertThat(e.getMessage()).containsAnyOf("the disk is full", "broke off");
                return false;
            }
        }

        private void checkRecords() {
            Map<String, Double> found = new HashMap<>();
            for (StoredRecord record : fixture.records()) {
                Double value = (Double) Objects.requireNonNull(record.values().getFirst());
                assertThat(found.put(record.id(), value))
                        .describedAs("a second " + record.id())
                        .isNull();
            }
            assertThat(found).isEqualTo(expected);
        }

        private static void untilUndisturbed(BooleanSupplier work) {
            boolean undisturbed = false;
            for (int attempt = 0; !undisturbed && attempt < 100; attempt++) {
                undisturbed = work.getAsBoolean();
            }
            assertThat(undisturbed).isTrue();
        }

        /** After what was injected has been used up. */
        void check() {
            untilUndisturbed(() -> mayFail(fixture::records) && mayFail(fixture::digests));
            checkRecords();
            Map<String, String> digests = fixture.digests();
            // Where there was nothing to list, what was injected is still there.
            untilUndisturbed(() -> mayFail(() -> fixture.store.recompute(fixture.dataset())));
            assertThat(fixture.digests()).isEqualTo(digests);
            try {
                fixture = fixture.reopen();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            checkRecords();
            assertThat(fixture.store.recovery().missing()).isEmpty();
            long listed = fixture.manifest.files(DATASET).size();
            assertThat(fixture.files()).hasSize((int) listed);
        }
    }
}
