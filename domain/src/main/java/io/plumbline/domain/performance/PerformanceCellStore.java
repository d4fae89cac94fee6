package io.plumbline.domain.performance;

import io.plumbline.domain.performance.PerformanceSeries.Owner;
import io.plumbline.domain.record.RecordGeneration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Keeps cells. Each call is one durable transaction. They go with their monitor.
 *
 * <p>Only one brings a series up to date at a time: who read an older revision is told so, and nothing of what it did is kept.
 */
public interface PerformanceCellStore {
    /** The series of this owner. */
    Optional<PerformanceSeries> find(Owner owner);

    /**
     * Begins a series, without cells; what was there of its owner is forgotten.
     *
     * @param before what {@link #find} returned
     * @return empty where somebody else has begun or brought up to date one since
     */
    Optional<PerformanceSeries> begin(
            Owner owner, String subject, RecordGeneration madeFrom, Optional<PerformanceSeries> before);

    /**
     * Brings a series up to date: forgets the cells of the hours that changed.
     *
     * @return empty where somebody else has done so since
     */
    Optional<PerformanceSeries> advance(PerformanceSeries series, RecordGeneration madeFrom, SortedSet<Long> changed);

    /**
     * Cells from one hour on, by hour.
     *
     * @return empty where the series was brought up to date since
     */
    Optional<List<PerformanceCell>> cells(PerformanceSeries series, long fromHour, long untilHour, int limit);

    /**
     * Keeps cells; those of hours that have one stay as they are.
     *
     * @return false, with nothing kept, where the series was brought up to date since
     */
    boolean put(PerformanceSeries series, List<PerformanceCell> cells);
}
