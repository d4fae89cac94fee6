package io.plumbline.measures.comparison;

import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.preset.Correction;
import io.plumbline.measures.preset.Preset;
import java.util.List;
import java.util.Optional;

/**
 * How to compare.
 *
 * @param preset chooses the measures by column, and gives the rule for the verdict
 * @param measures taken for every column they are made for instead of the preset's choice, the deciding one first; empty for that choice
 * @param columns names of the columns to compare; empty for all that both data sets have and whose role is compared
 * @param correction for multiple tests, where not the preset's
 * @param threads how many columns are worked on at once
 */
public record ComparisonPlan(
        Preset preset, List<Measure> measures, List<String> columns, Optional<Correction> correction, int threads) {

    /** Keeps unmodifiable copies. */
    public ComparisonPlan {
        measures = List.copyOf(measures);
        columns = List.copyOf(columns);
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
    }
}
