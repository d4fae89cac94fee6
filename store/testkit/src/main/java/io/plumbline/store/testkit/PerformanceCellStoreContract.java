package io.plumbline.store.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.Repository;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.performance.PerformanceCell;
import io.plumbline.domain.performance.PerformanceCellStore;
import io.plumbline.domain.performance.PerformanceSeries;
import io.plumbline.domain.performance.PerformanceSeries.Owner;
import io.plumbline.domain.record.RecordGeneration;
import io.plumbline.domain.record.RecordGeneration.Seen;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PerformanceCellStore} does. */
public abstract class PerformanceCellStoreContract {
    private static final long HOUR = 492_000;

    private final Id labels = Samples.id();
    private final Id production = Samples.id();
    private final RecordGeneration first = generation(Samples.id());
    private final RecordGeneration second = generation(Samples.id(), Samples.id());
    private final Id organization = Samples.id();
    private Monitor monitor = monitor();

    /** The store under test, over the same data each time within a test. */
    protected abstract PerformanceCellStore store();

    /** The monitors of the same data. */
    protected abstract Repository<Monitor> monitors();

    /** Closes what holds the data and opens it again, as after a restart. */
    protected abstract void reopen();

    @BeforeEach
    void addMonitor() {
        monitor = monitor();
        monitors().add(monitor);
    }

    private Monitor monitor() {
        return new Monitor(Samples.header(organization), "quality", Samples.id(), "", Document.EMPTY);
    }

    private RecordGeneration generation(Id... files) {
        return new RecordGeneration(
                List.of(new Seen(labels, 3, new TreeSet<>(List.of(files))), new Seen(production, 0, new TreeSet<>())));
    }

    private Owner owner() {
        return new Owner(monitor.id(), "labelled");
    }

    private PerformanceSeries begun() {
        return store().begin(owner(), "accuracy of ü", first, Optional.empty()).orElseThrow();
    }

    private static PerformanceCell cell(long hour, int... bytes) {
        byte[] profile = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            profile[i] = (byte) bytes[i];
        }
        return new PerformanceCell(HOUR + hour, List.of(profile, new byte[] {(byte) hour}));
    }

    private List<Long> hours(PerformanceSeries series) {
        return store().cells(series, Long.MIN_VALUE, Long.MAX_VALUE, 100).orElseThrow().stream()
                .map(cell -> cell.hour() - HOUR)
                .toList();
    }

    private static SortedSet<Long> set(long... hours) {
        return new TreeSet<>(LongStream.of(hours).mapToObj(hour -> hour + HOUR).toList());
    }

    @Test
    void aSeriesIsThereAsItWasBegun() {
        assertThat(store().find(owner())).isEmpty();
        PerformanceSeries series = begun();
        reopen();
        assertThat(store().find(owner())).contains(series);
        assertThat(series.subject()).isEqualTo("accuracy of ü");
        assertThat(series.madeFrom()).isEqualTo(first);
        assertThat(store().find(new Owner(monitor.id(), "outcomes"))).isEmpty();
    }

    @Test
    void cellsComeByHourAndPageByPage() {
        PerformanceSeries series = begun();
        assertThat(store().put(series, List.of(cell(4, 1, 2, 3), cell(-1), cell(2, 9))))
                .isTrue();
        assertThat(store().put(series, List.of(cell(4, 7), cell(3)))).isTrue();
        reopen();
        assertThat(hours(series)).containsExactly(-1L, 2L, 3L, 4L);
        List<PerformanceCell> page = store().cells(series, HOUR, HOUR + 4, 1).orElseThrow();
        assertThat(page).hasSize(1);
        assertThat(page.getFirst().hour()).isEqualTo(HOUR + 2);
        assertThat(page.getFirst().profiles()).hasSize(2);
        assertThat(page.getFirst().profiles().getFirst()).containsExactly(9);
        assertThat(store().cells(series, HOUR + 3, HOUR + 5, 9).orElseThrow())
                .last()
                .matches(kept -> Arrays.equals(kept.profiles().getFirst(), new byte[] {1, 2, 3}));
    }

    @Test
    void bringingItUpToDateForgetsTheHoursThatChanged() {
        PerformanceSeries series = begun();
        store().put(series, List.of(cell(1), cell(2), cell(3)));
        PerformanceSeries next = store().advance(series, second, set(2, 77)).orElseThrow();
        assertThat(store().find(owner())).contains(next);
        assertThat(next.madeFrom()).isEqualTo(second);
        assertThat(hours(next)).containsExactly(1L, 3L);
    }

    @Test
    void whoReadAnOlderRevisionIsToldSo() {
        PerformanceSeries series = begun();
        PerformanceSeries next = store().advance(series, second, set()).orElseThrow();
        assertThat(store().put(series, List.of(cell(1)))).isFalse();
        assertThat(store().cells(series, 0, Long.MAX_VALUE, 9)).isEmpty();
        assertThat(store().advance(series, first, set(1))).isEmpty();
        assertThat(store().begin(owner(), "other", first, Optional.of(series))).isEmpty();
        assertThat(store().begin(owner(), "other", first, Optional.empty())).isEmpty();
        assertThat(hours(next)).isEmpty();
        assertThat(store().find(owner())).contains(next);
    }

    @Test
    void aSeriesThatBeginsAnewHasNoCells() {
        PerformanceSeries series = begun();
        store().put(series, List.of(cell(1), cell(2)));
        PerformanceSeries anew =
                store().begin(owner(), "other", second, Optional.of(series)).orElseThrow();
        assertThat(hours(anew)).isEmpty();
        assertThat(store().find(owner())).contains(anew);
    }

    @Test
    void manyHoursMayChangeAtOnce() {
        PerformanceSeries series = begun();
        store().put(
                        series,
                        LongStream.range(0, 1500)
                                .mapToObj(PerformanceCellStoreContract::cell)
                                .toList());
        SortedSet<Long> changed = set(LongStream.range(1, 1500).toArray());
        assertThat(hours(store().advance(series, second, changed).orElseThrow()))
                .containsExactly(0L);
    }

    @Test
    void itGoesWithItsMonitor() {
        PerformanceSeries series = begun();
        store().put(series, List.of(cell(1)));
        monitors().remove(organization, monitor.id());
        assertThat(store().find(owner())).isEmpty();
        assertThat(store().cells(series, 0, Long.MAX_VALUE, 9)).isEmpty();
    }
}
