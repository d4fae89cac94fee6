package io.plumbline.domain.measurement;

import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a monitor found at one time. It is never changed: a later look at the same window is another measurement, which knows more.
 *
 * @param id of the measurement; that of a check is the check's
 * @param organization whose it is
 * @param project it belongs to, where it belongs to one
 * @param monitor that found it
 * @param definition of the monitor
 * @param model that is watched
 * @param check that found it; empty where it was published without one
 * @param at the time that it speaks of: the end of its window, or what the publisher said
 * @param knownAt when it was found: it rests on what was known then
 * @param window of event time that was looked at; empty where it was published
 * @param readings the numbers, in the order of the definition's metrics
 * @param evidence behind them
 * @param attributes what a dialect or publisher adds, such as the revision of the model
 * @param createdBy the name of the user who published it or asked for the check
 */
public record Measurement(
        Id id,
        Id organization,
        Optional<Id> project,
        Id monitor,
        String definition,
        Id model,
        Optional<Id> check,
        Instant at,
        Instant knownAt,
        Optional<Window> window,
        List<Reading> readings,
        List<Evidence> evidence,
        Facts attributes,
        String createdBy) {
    /** Keeps unmodifiable copies. */
    public Measurement {
        readings = List.copyOf(readings);
        evidence = List.copyOf(evidence);
    }

    /** How many numbers lie outside of their limits. */
    public int issueCount() {
        return (int) readings.stream().filter(Reading::isBreach).count();
    }

    /** The same with this evidence. */
    public Measurement with(List<Evidence> newEvidence) {
        return new Measurement(
                id,
                organization,
                project,
                monitor,
                definition,
                model,
                check,
                at,
                knownAt,
                window,
                readings,
                newEvidence,
                attributes,
                createdBy);
    }
}
