package io.plumbline.measures.comparison;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.quality.ColumnChange;
import io.plumbline.measures.quality.ColumnQuality;
import io.plumbline.measures.table.ColumnRole;
import java.util.List;

/**
 * One column that both data sets have.
 *
 * @param name its name
 * @param type the type it was compared as
 * @param role what it is for
 * @param reference its condition in the reference
 * @param current its condition in the current data
 * @param change what came, went and left its range
 * @param results what the measures said, the deciding one first
 * @param drifted whether the deciding measure calls it drift
 * @param picture both distributions over the same bins, for drawing
 */
public record ColumnReport(
        String name,
        ColumnType type,
        ColumnRole role,
        ColumnQuality reference,
        ColumnQuality current,
        ColumnChange change,
        List<JudgedOutcome> results,
        boolean drifted,
        Picture picture) {

    /** Keeps an unmodifiable copy. */
    public ColumnReport {
        results = List.copyOf(results);
    }
}
