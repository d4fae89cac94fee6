package io.plumbline.measures.preset;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.drift.Measure;
import java.util.List;

/** A choice of measures by type and size of a column, and of the rule for the verdict over all columns. */
public interface Preset {

    /** The name by which users ask for it, such as {@code plumbline-1} or {@code evidently-0.7}. */
    String name();

    /** What it does, in one sentence. */
    String description();

    /**
     * The measures to take for a column, the deciding one first: a column has drifted when the first measure that could be computed
     * says so.
     */
    List<Measure> measuresFor(ColumnData reference, ColumnData current);

    /** From which share of drifted columns on the data set counts as drifted. */
    double driftedShare();

    /** How p-values are corrected for the number of columns. */
    Correction correction();
}
