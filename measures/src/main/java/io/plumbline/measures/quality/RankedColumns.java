package io.plumbline.measures.quality;

import io.plumbline.measures.quality.Width.Coefficient;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.ArrayList;
import java.util.List;

/** Several columns of which every {@code step}-th row is in memory, as places among their different values. */
final class RankedColumns {
    private final List<Places> columns;

    private RankedColumns(List<Places> columns) {
        this.columns = columns;
    }

    static RankedColumns of(Table table, List<TableColumn> columns, long step) {
        if (columns.size() < 2) {
            return new RankedColumns(List.of());
        }
        SampledRows sample = new SampledRows(columns.size(), table.rows(), step);
        table.readAligned(columns, sample);
        List<Places> places = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            places.add(Places.of(sample.take(column)));
        }
        return new RankedColumns(places);
    }

    /** Pearson's r of the ranks among the rows that have a value in both columns. */
    Coefficient correlation(int first, int second) {
        double[] x = columns.get(first).ranksWhere(columns.get(second));
        double[] y = columns.get(second).ranksWhere(columns.get(first));
        // The mean of ranks 1 to n, ties or not. All sums are of quarters and exact below 2^53.
        double mean = (x.length + 1) / 2.0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - mean) * (x[i] - mean);
            yy += (y[i] - mean) * (y[i] - mean);
            xy += (x[i] - mean) * (y[i] - mean);
        }
        return new Coefficient(xy / Math.sqrt(xx * yy), x.length);
    }
}
