package io.plumbline.domain.measurement;

import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A measurement from outside.
 *
 * @param id that the publisher chose, so that publishing twice counts once; empty for a new one
 * @param at the time that it speaks of
 * @param check that it belongs to, where it belongs to one
 * @param groups its numbers, those with the same tags together
 * @param evidence behind them
 * @param attributes what the publisher adds
 */
public record Publication(
        Optional<Id> id,
        Instant at,
        Optional<Id> check,
        List<Group> groups,
        List<Evidence> evidence,
        Facts attributes) {
    /** Keeps unmodifiable copies. */
    public Publication {
        groups = List.copyOf(groups);
        evidence = List.copyOf(evidence);
    }

    /**
     * Numbers with the same tags.
     *
     * @param tags by the tag's id
     * @param metrics by the metric's id
     */
    public record Group(SortedMap<String, String> tags, Map<String, Double> metrics) {}
}
