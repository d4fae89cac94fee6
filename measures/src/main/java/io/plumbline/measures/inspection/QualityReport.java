package io.plumbline.measures.inspection;

import io.plumbline.measures.quality.DataSetQuality;
import java.util.List;

/**
 * What was found of a data set.
 *
 * @param name what the user calls it
 * @param columns the columns looked at, in the order of the data set
 * @param dataSet what is to be said of the rows, and of the columns together
 */
public record QualityReport(String name, List<InspectedColumn> columns, DataSetQuality dataSet) {
    /** Keeps an unmodifiable copy. */
    public QualityReport {
        columns = List.copyOf(columns);
    }
}
