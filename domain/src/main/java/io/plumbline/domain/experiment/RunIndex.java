package io.plumbline.domain.experiment;

import io.plumbline.domain.Id;
import java.time.Duration;
import java.time.Instant;

/** Finds runs by what they are and what they logged. */
public interface RunIndex {
    /**
     * A page of the runs that meet a query.
     *
     * @param user whose pins matter
     * @param now against which heartbeats are held
     * @param silence after which a running run is unresponsive
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} for a token that is none of this query's
     */
    Page<Hit> search(Id organization, Id user, RunQuery query, Instant now, Duration silence);

    /** By what the active runs of an experiment can be searched. */
    FacetKeys keys(Id organization, Id experiment);

    /** The values of a field among the active runs of an experiment. */
    FacetValues values(Id organization, Id experiment, Field field);

    /**
     * A run that was found.
     *
     * @param run itself
     * @param descendantMatch whether it was found for what a run below it is, rather than for what it is itself
     */
    record Hit(Run run, boolean descendantMatch) {}
}
