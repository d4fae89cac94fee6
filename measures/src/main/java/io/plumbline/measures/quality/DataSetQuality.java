package io.plumbline.measures.quality;

import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.List;
import java.util.OptionalLong;

/**
 * The condition of a table as a whole.
 *
 * @param rows how many rows it has
 * @param duplicateRows how many equal an earlier one; empty where it is too large to say, see {@link DuplicateRows}
 * @param duplicateColumns groups of columns that are equal in every row, see {@link DuplicateColumns}
 * @param correlations Pearson's and Spearman's of its numbers and Cramér's of its categories, see {@link Correlations}
 */
public record DataSetQuality(
        long rows,
        OptionalLong duplicateRows,
        List<List<String>> duplicateColumns,
        List<CorrelationMatrix> correlations) {

    /** Keeps unmodifiable copies. */
    public DataSetQuality {
        duplicateColumns = duplicateColumns.stream().map(List::copyOf).toList();
        correlations = List.copyOf(correlations);
    }

    /**
     * Looks at a table. Reads it several times.
     *
     * @param columns those that are held against each other; duplicate rows are always equal in all columns of the table
     * @throws io.plumbline.measures.table.TableException where it cannot be read
     */
    public static DataSetQuality of(Table table, List<TableColumn> columns) {
        return new DataSetQuality(
                table.rows(),
                DuplicateRows.of(table),
                DuplicateColumns.of(table, columns),
                List.of(
                        Correlations.pearson(table, columns),
                        Correlations.spearman(table, columns),
                        Correlations.cramersV(table, columns)));
    }
}
