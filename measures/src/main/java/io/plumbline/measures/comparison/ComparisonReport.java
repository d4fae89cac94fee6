package io.plumbline.measures.comparison;

import java.util.List;

/**
 * What came of comparing two data sets.
 *
 * @param reference the data set that is held to be right
 * @param current the data set that is compared with it
 * @param preset by which choice of measures
 * @param columns the columns that both have, in the reference's order
 * @param onlyInReference names of columns that only the reference has
 * @param onlyInCurrent names of columns that only the current data has
 * @param verdict over all columns
 */
public record ComparisonReport(
        DataSetSummary reference,
        DataSetSummary current,
        String preset,
        List<ColumnReport> columns,
        List<String> onlyInReference,
        List<String> onlyInCurrent,
        Verdict verdict) {

    /** Keeps unmodifiable copies. */
    public ComparisonReport {
        columns = List.copyOf(columns);
        onlyInReference = List.copyOf(onlyInReference);
        onlyInCurrent = List.copyOf(onlyInCurrent);
    }
}
