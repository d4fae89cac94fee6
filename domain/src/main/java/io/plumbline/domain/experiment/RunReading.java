package io.plumbline.domain.experiment;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs as callers read them. */
public final class RunReading {
    private static final String WHAT = "run";

    private final RunStore store;
    private final RunIndex index;
    private final MetricStore metrics;
    private final InstantSource clock;
    private final Duration silence;

    /**
     * Over these stores.
     *
     * @param silence after which a running run is unresponsive
     */
    public RunReading(RunStore store, RunIndex index, MetricStore metrics, InstantSource clock, Duration silence) {
        this.store = store;
        this.index = index;
        this.metrics = metrics;
        this.clock = clock;
        this.silence = silence;
    }

    /**
     * The run with this id, in the bin or not.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    public Run find(Caller caller, Id run) {
        requireRead(caller);
        return store.find(caller.organization(), run).orElseThrow(() -> PlumblineException.notFound(WHAT, run));
    }

    /**
     * The run with this number, in the bin or not.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    public Run numbered(Caller caller, long number) {
        requireRead(caller);
        return store.numbered(caller.organization(), number)
                .orElseThrow(() -> PlumblineException.notFound(WHAT, number));
    }

    /** The run with all that it logged. */
    public RunView view(Caller caller, Run run) {
        requireRead(caller);
        return store.views(caller.user(), List.of(run)).stream()
                .findFirst()
                .orElseThrow(() -> PlumblineException.notFound(WHAT, run.id()));
    }

    /** How far a run is by now. */
    public RunStatus status(Run run) {
        return run.statusAt(clock.instant(), silence);
    }

    /** A page of the runs that meet a query. */
    public Page<RunView> search(Caller caller, RunQuery query) {
        requireRead(caller);
        Page<RunIndex.Hit> hits = index.search(caller.organization(), caller.user(), query, clock.instant(), silence);
        Set<Id> byDescendant = hits.items().stream()
                .filter(RunIndex.Hit::descendantMatch)
                .map(hit -> hit.run().id())
                .collect(Collectors.toSet());
        List<Run> runs = hits.items().stream().map(RunIndex.Hit::run).toList();
        List<RunView> views = store.views(caller.user(), runs).stream()
                .map(view -> byDescendant.contains(view.run().id()) ? view.foundByDescendant() : view)
                .toList();
        return new Page<>(views, hits.next(), hits.total());
    }

    /** The points of a metric; none where the run has no such metric. */
    public MetricSeries series(Caller caller, Run run, String key, MetricRange range) {
        requireRead(caller);
        return metrics.series(run, key, range);
    }

    /** By what the active runs of an experiment can be searched. */
    public FacetKeys facetKeys(Caller caller, Id experiment) {
        requireRead(caller);
        return index.keys(caller.organization(), experiment);
    }

    /** The values of a field among the active runs of an experiment. */
    public FacetValues facetValues(Caller caller, Id experiment, Field field) {
        requireRead(caller);
        return index.values(caller.organization(), experiment, field);
    }

    private static void requireRead(Caller caller) {
        caller.require(Permission.EXPERIMENT_READ, Optional.empty());
    }
}
