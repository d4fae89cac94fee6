package io.plumbline.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.performance.PerformanceSeries.Owner;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordGeneration;
import io.plumbline.domain.record.RecordGeneration.Seen;
import io.plumbline.domain.record.RecordView;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.domain.record.UtcHours;
import io.plumbline.measures.performance.RegressionProfile;
import io.plumbline.measures.performance.RegressionProfileBuilder;
import io.plumbline.measures.performance.RegressionRows;
import io.plumbline.measures.table.ColumnRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PerformanceProfilesTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final long HOUR = UtcHours.of(BEGIN);
    private static final Id ORGANIZATION = new Id(1, 1);
    private static final Column VALUE = Column.of("value", ValueType.NUMBER, ColumnRole.TARGET);
    private static final Window DAY = new Window(BEGIN, BEGIN.plus(Duration.ofDays(1)));

    /** The values of each half hour, counted from the beginning. */
    private final TreeMap<Integer, List<Double>> rows = new TreeMap<>();

    private final TreeSet<Long> changed = new TreeSet<>();
    private final MemoryCells cells = new MemoryCells();
    private final List<Long> read = new ArrayList<>();
    private long removals;
    private int files = 1;

    @BeforeEach
    void fill() {
        for (int half = 0; half < 48; half += 2) {
            add(half, half, 1.5);
        }
    }

    private void add(int half, double... values) {
        for (double value : values) {
            rows.computeIfAbsent(half, each -> new ArrayList<>()).add(value);
        }
        changed.add(HOUR + half / 2);
        files++;
    }

    private RegressionProfile of(Window window) {
        return of(window, "absolute");
    }

    private RegressionProfile of(Window window, String setting) {
        read.clear();
        ProfiledRecords<RegressionProfile> records = new ProfiledRecords<>(
                dataset(),
                List.of(VALUE),
                Optional.empty(),
                List.of(),
                List.of(setting),
                Maker::new,
                RegressionProfile::of);
        return new PerformanceProfiles((dataset, other) -> new View(), cells)
                .of(new Owner(new Id(1, 2), "labelled"), records, window)
                .getFirst();
    }

    private static Dataset dataset() {
        return new Dataset(
                new Header(new Id(1, 3), ORGANIZATION, Optional.empty(), 1, Stamp.made(BEGIN, "ada")),
                Optional.empty(),
                Dataset.Kind.LABELS,
                "",
                "labels",
                "",
                new Schema(1, List.of(VALUE)),
                Dataset.Growth.GROWING,
                Optional.empty(),
                Document.EMPTY);
    }

    /** The digest of all rows of a window. */
    private String whole(Window window) {
        RegressionProfileBuilder builder = new RegressionProfileBuilder();
        rows.forEach((half, values) -> {
            if (!at(half).isBefore(window.from()) && at(half).isBefore(window.until())) {
                values.forEach(value -> builder.add(row(new double[] {value})));
            }
        });
        return builder.build().digest();
    }

    private static RegressionRows row(double[] values) {
        return new RegressionRows(values.length, values, new double[values.length], null);
    }

    private static Instant at(int half) {
        return BEGIN.plus(Duration.ofMinutes(30L * half));
    }

    @Test
    void whatIsKeptIsNotReadAgain() {
        assertThat(of(DAY).digest()).isEqualTo(whole(DAY));
        assertThat(read).hasSize(24);
        changed.clear();
        assertThat(of(DAY).digest()).isEqualTo(whole(DAY));
        assertThat(read).isEmpty();
        Window longer = new Window(BEGIN.minusSeconds(7200), DAY.until().plusSeconds(3600));
        add(48, 3);
        changed.clear();
        assertThat(of(longer).digest()).isEqualTo(whole(longer));
        assertThat(read).containsExactly(HOUR + 24);
    }

    @Test
    void hoursThatChangedAreReadAgain() {
        of(DAY);
        changed.clear();
        add(7, 9.25);
        assertThat(of(DAY).digest()).isEqualTo(whole(DAY));
        assertThat(read).containsExactly(HOUR + 3);
        changed.clear();
        files++;
        rows.remove(10);
        changed.add(HOUR + 5);
        assertThat(of(DAY).digest()).isEqualTo(whole(DAY));
        assertThat(cells.cells).hasSize(23);
    }

    @Test
    void hoursThatAWindowCutsAreReadAndNotKept() {
        Window cut = new Window(at(1), at(5));
        assertThat(of(cut).digest()).isEqualTo(whole(cut));
        assertThat(cells.cells.keySet()).containsExactly(HOUR + 1);
        Window within = new Window(at(4), at(5));
        assertThat(of(within).digest()).isEqualTo(whole(within));
        assertThat(cells.cells.keySet()).containsExactly(HOUR + 1);
    }

    @Test
    void everythingIsMadeAnewWhereRecordsWereTakenAwayOrSettingsDiffer() {
        of(DAY);
        changed.clear();
        removals++;
        rows.remove(2);
        assertThat(of(DAY).digest()).isEqualTo(whole(DAY));
        assertThat(read).hasSize(23);
        of(DAY, "other");
        assertThat(read).hasSize(23);
    }

    @Test
    void anHourWhoseRecordsDoNotCountIsKeptTooAndNotLookedAtAgain() {
        rows.put(60, List.of());
        Window window = new Window(DAY.from(), at(70));
        assertThat(of(window).digest()).isEqualTo(whole(window));
        assertThat(read).contains(HOUR + 30);
        changed.clear();
        of(window);
        assertThat(read).isEmpty();
    }

    @Test
    void whereSomebodyElseIsAtItTheRecordsAreReadInstead() {
        for (int calls = 1; calls < 6; calls++) {
            add(calls, 0.5);
            cells.callsLeft = calls;
            assertThat(of(DAY).digest()).isEqualTo(whole(DAY));
        }
        cells.callsLeft = Integer.MAX_VALUE;
        assertThat(of(DAY).digest()).isEqualTo(whole(DAY));
    }

    private static final class Maker implements ProfileMaker<RegressionProfile> {
        private final RegressionProfileBuilder builder = new RegressionProfileBuilder();

        @Override
        public void add(RecordBatch batch) {
            builder.add(row(((BatchColumn.Numbers) batch.columns().getFirst()).values()));
        }

        @Override
        public List<RegressionProfile> profiles() {
            return List.of(builder.build());
        }
    }

    /** Each value of a half hour comes as a batch; an empty one is of records that do not count. */
    private final class View implements RecordView {
        @Override
        public RecordGeneration generation() {
            TreeSet<Id> seen = new TreeSet<>();
            for (int file = 0; file < files; file++) {
                seen.add(new Id(2, file));
            }
            return new RecordGeneration(List.of(new Seen(new Id(1, 3), removals, seen)));
        }

        @Override
        public Optional<SortedSet<Long>> changedHours(RecordGeneration since) {
            return since.isContinuedBy(generation()) ? Optional.of(new TreeSet<>(changed)) : Optional.empty();
        }

        @Override
        public SortedSet<Long> hours(RecordWindow window) {
            SortedSet<Long> hours = new TreeSet<>();
            rows.keySet().stream().filter(half -> isIn(window, half)).forEach(half -> hours.add(HOUR + half / 2));
            return hours;
        }

        private static boolean isIn(RecordWindow window, int half) {
            return !at(half).isBefore(window.from().orElseThrow())
                    && at(half).isBefore(window.until().orElseThrow());
        }

        @Override
        public void read(
                RecordWindow window, SortedSet<Long> hours, List<String> columns, Consumer<RecordBatch> batches) {
            read.addAll(hours);
            rows.forEach((half, values) -> {
                if (isIn(window, half) && hours.contains(HOUR + half / 2)) {
                    values.forEach(value -> batches.accept(batch(half, value)));
                }
            });
        }

        private static RecordBatch batch(int half, double value) {
            return new RecordBatch(
                    new String[] {"r" + value},
                    new long[] {at(half).getEpochSecond() * 1_000_000},
                    Optional.empty(),
                    List.of(new BatchColumn.Numbers("value", new double[] {value}, new BitSet())));
        }

        @Override
        public void close() {}
    }
}
