package io.plumbline.domain.performance;

import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordView;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.domain.record.UtcHours;
import io.plumbline.measures.performance.PerformanceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Merges the cells of a window, and makes those that are missing. However many there are, few are in memory at a time.
 *
 * @param <P> the kind of profile
 */
final class KeptHours<P extends PerformanceProfile<P>> {
    private static final int PAGE = 32;

    private final PerformanceCellStore store;
    private final PerformanceSeries series;
    private final ProfiledRecords<P> records;
    private final RecordWindow window;
    /** The first hour that lies in the window as a whole. */
    private final long first;
    /** The hour after the last that does. */
    private final long end;

    private final MergedProfiles<P> sum;
    private final List<PerformanceCell> made = new ArrayList<>();
    private ProfileMaker<P> maker;

    KeptHours(PerformanceCellStore store, PerformanceSeries series, ProfiledRecords<P> records, Window window) {
        this.store = store;
        this.series = series;
        this.records = records;
        this.window = PerformanceProfiles.window(records, window);
        this.first = UtcHours.from(window.from());
        this.end = UtcHours.of(window.until());
        this.maker = records.start().get();
        this.sum = new MergedProfiles<>(maker.profiles());
    }

    /** The profiles of the window; empty where somebody else brought the series up to date meanwhile. */
    Optional<List<P>> of(RecordView view) {
        SortedSet<Long> missing = new TreeSet<>(view.hours(window));
        if (!addKept(missing)) {
            return Optional.empty();
        }
        view.read(
                window,
                new TreeSet<>(missing),
                ProfiledRecords.names(records.otherColumns()),
                batch -> add(batch, missing));
        // Hours of records none of which counts have cells too, so that they are not looked at again.
        finish(missing, Long.MAX_VALUE);
        keep();
        return Optional.of(sum.profiles());
    }

    private boolean addKept(SortedSet<Long> missing) {
        long from = first;
        int read = PAGE;
        while (read == PAGE) {
            Optional<List<PerformanceCell>> page = store.cells(series, from, end, PAGE);
            if (page.isEmpty()) {
                return false;
            }
            for (PerformanceCell cell : page.get()) {
                sum.add(cell.profiles().stream().map(records.read()).toList());
                missing.remove(cell.hour());
                from = cell.hour() + 1;
            }
            read = page.get().size();
        }
        return true;
    }

    private void add(RecordBatch batch, SortedSet<Long> missing) {
        finish(missing, UtcHours.of(batch.eventTimes()[0]));
        maker.add(batch);
    }

    /** Hours come in their order, so those before one are complete. */
    private void finish(SortedSet<Long> missing, long before) {
        while (!missing.isEmpty() && missing.first() < before) {
            close(missing.first());
            missing.remove(missing.first());
        }
    }

    private void close(long ended) {
        List<P> profiles = maker.profiles();
        maker = records.start().get();
        sum.add(profiles);
        if (ended >= first && ended < end) {
            made.add(new PerformanceCell(
                    ended, profiles.stream().map(PerformanceProfile::toBytes).toList()));
        }
        if (made.size() == PAGE) {
            keep();
        }
    }

    /** Where somebody else has been at the series meanwhile, others make these cells again. */
    private void keep() {
        if (!made.isEmpty()) {
            store.put(series, made);
            made.clear();
        }
    }
}
