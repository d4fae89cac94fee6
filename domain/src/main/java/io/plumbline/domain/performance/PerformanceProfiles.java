package io.plumbline.domain.performance;

import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.performance.PerformanceSeries.Owner;
import io.plumbline.domain.record.RecordGeneration;
import io.plumbline.domain.record.RecordView;
import io.plumbline.domain.record.RecordViews;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.domain.record.UtcHours;
import io.plumbline.measures.performance.PerformanceProfile;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The profiles of the records of a window, whose bytes are those that reading all of its records gives. Whole hours come from cells that are kept;
 * read are the hours that have none, because they were not asked for yet or changed since, and those that the ends of the window cut.
 */
public final class PerformanceProfiles {
    private final RecordViews views;
    private final PerformanceCellStore store;

    /** Of these records; cells are kept here. */
    public PerformanceProfiles(RecordViews views, PerformanceCellStore store) {
        this.views = views;
        this.store = store;
    }

    /**
     * The profiles of the records of a window.
     *
     * @param owner under which cells are kept
     */
    public <P extends PerformanceProfile<P>> List<P> of(Owner owner, ProfiledRecords<P> records, Window window) {
        try (RecordView view = views.open(records.dataset(), records.other())) {
            Optional<PerformanceSeries> series =
                    hasWholeHour(window) ? upToDate(owner, records.subject(), view) : Optional.empty();
            return series.flatMap(kept -> new KeptHours<>(store, kept, records, window).of(view))
                    .orElseGet(() -> read(view, records, window));
        }
    }

    private static boolean hasWholeHour(Window window) {
        return UtcHours.from(window.from()) < UtcHours.of(window.until());
    }

    /** The series, all of whose cells are of the records that the view sees; empty where somebody else was at it meanwhile. */
    private Optional<PerformanceSeries> upToDate(Owner owner, String subject, RecordView view) {
        Optional<PerformanceSeries> before = store.find(owner);
        RecordGeneration now = view.generation();
        Optional<PerformanceSeries> same =
                before.filter(series -> series.subject().equals(subject));
        if (same.filter(series -> series.madeFrom().equals(now)).isPresent()) {
            return same;
        }
        Optional<SortedSet<Long>> changed = same.flatMap(series -> view.changedHours(series.madeFrom()));
        return changed.map(hours -> store.advance(same.orElseThrow(), now, hours))
                .orElseGet(() -> store.begin(owner, subject, now, before));
    }

    private static <P extends PerformanceProfile<P>> List<P> read(
            RecordView view, ProfiledRecords<P> records, Window window) {
        RecordWindow wanted = window(records, window);
        ProfileMaker<P> maker = records.start().get();
        view.read(wanted, view.hours(wanted), ProfiledRecords.names(records.otherColumns()), maker::add);
        return maker.profiles();
    }

    static RecordWindow window(ProfiledRecords<?> records, Window window) {
        return new RecordWindow(
                Optional.of(window.from()), Optional.of(window.until()), ProfiledRecords.names(records.columns()));
    }
}
