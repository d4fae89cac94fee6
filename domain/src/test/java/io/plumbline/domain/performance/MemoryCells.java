package io.plumbline.domain.performance;

import io.plumbline.domain.performance.PerformanceSeries.Owner;
import io.plumbline.domain.record.RecordGeneration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** One series in memory, at which somebody else may be meanwhile. */
final class MemoryCells implements PerformanceCellStore {
    private Optional<PerformanceSeries> kept = Optional.empty();
    final TreeMap<Long, PerformanceCell> cells = new TreeMap<>();
    /** After how many calls somebody else brings the series up to date. */
    int callsLeft = Integer.MAX_VALUE;

    private boolean isCurrent(Optional<PerformanceSeries> known) {
        callsLeft--;
        if (callsLeft == 0) {
            kept = kept.map(series ->
                    new PerformanceSeries(series.owner(), series.subject(), series.madeFrom(), series.revision() + 1));
        }
        return kept.equals(known);
    }

    @Override
    public Optional<PerformanceSeries> find(Owner owner) {
        return kept;
    }

    @Override
    public Optional<PerformanceSeries> begin(
            Owner owner, String subject, RecordGeneration madeFrom, Optional<PerformanceSeries> before) {
        if (!isCurrent(before)) {
            return Optional.empty();
        }
        cells.clear();
        long revision = before.map(PerformanceSeries::revision).orElse(0L) + 1;
        kept = Optional.of(new PerformanceSeries(owner, subject, madeFrom, revision));
        return kept;
    }

    @Override
    public Optional<PerformanceSeries> advance(
            PerformanceSeries series, RecordGeneration madeFrom, SortedSet<Long> changed) {
        if (!isCurrent(Optional.of(series))) {
            return Optional.empty();
        }
        cells.keySet().removeAll(changed);
        kept = Optional.of(new PerformanceSeries(series.owner(), series.subject(), madeFrom, series.revision() + 1));
        return kept;
    }

    @Override
    public Optional<List<PerformanceCell>> cells(PerformanceSeries series, long fromHour, long untilHour, int limit) {
        return isCurrent(Optional.of(series))
                ? Optional.of(cells.subMap(fromHour, untilHour).values().stream()
                        .limit(limit)
                        .toList())
                : Optional.empty();
    }

    @Override
    public boolean put(PerformanceSeries series, List<PerformanceCell> made) {
        boolean current = isCurrent(Optional.of(series));
        if (current) {
            made.forEach(cell -> cells.putIfAbsent(cell.hour(), cell));
        }
        return current;
    }
}
