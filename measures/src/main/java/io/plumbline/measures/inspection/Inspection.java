package io.plumbline.measures.inspection;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.UnsortedNumbers;
import io.plumbline.measures.comparison.AskedColumns;
import io.plumbline.measures.comparison.Progress;
import io.plumbline.measures.comparison.TableDataSet;
import io.plumbline.measures.comparison.Workers;
import io.plumbline.measures.quality.ColumnQuality;
import io.plumbline.measures.quality.DataSetQuality;
import io.plumbline.measures.table.TableColumn;
import java.util.List;

/** Looks at the condition of a data set. */
public final class Inspection {
    private Inspection() {}

    /**
     * Looks at each column, several at once, then at all of them together. At any time each thread holds one column. The report does
     * not depend on the number of threads.
     *
     * @param names of the columns to look at; all for none
     * @throws io.plumbline.measures.table.TableException where the data set cannot be read, or has no column of a name
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
     */
    public static QualityReport of(TableDataSet data, List<String> names, int threads, Progress progress) {
        List<TableColumn> columns = AskedColumns.of(data, names);
        List<InspectedColumn> inspected = Workers.run(
                "looking at columns", progress, columns.size(), threads, i -> inspect(data, columns.get(i)));
        progress.report("looking for duplicates and correlations", 0, 0);
        return new QualityReport(data.name(), inspected, DataSetQuality.of(data.table(), columns));
    }

    private static InspectedColumn inspect(TableDataSet data, TableColumn column) {
        ColumnData read = data.column(column);
        try {
            return new InspectedColumn(column, ColumnQuality.of(ofWhichAllIsExact(read)));
        } finally {
            read.release();
        }
    }

    private static ColumnData ofWhichAllIsExact(ColumnData column) {
        return column.unsorted().<ColumnData>map(UnsortedNumbers::inOrder).orElse(column);
    }
}
