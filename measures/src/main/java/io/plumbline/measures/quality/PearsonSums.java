package io.plumbline.measures.quality;

import io.plumbline.measures.quality.Width.Coefficient;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.List;

/**
 * Sums of products of each two columns, over the rows that have a finite value in both. A first reading finds each column's mean and
 * extent; in the second, values are taken from the mean and divided by the extent, so that sums neither cancel nor overflow.
 */
final class PearsonSums {
    /** Below this share of the sum of squares, what is left of it around the mean is rounding. */
    private static final double ROUNDING = 1e-13;

    private final PairSums[][] sums;

    private PearsonSums(int columns) {
        sums = new PairSums[columns][];
        for (int second = 0; second < columns; second++) {
            sums[second] = new PairSums[second];
            for (int first = 0; first < second; first++) {
                sums[second][first] = new PairSums();
            }
        }
    }

    static PearsonSums of(Table table, List<TableColumn> columns) {
        PearsonSums sums = new PearsonSums(columns.size());
        if (columns.size() > 1) {
            ColumnScales scales = ColumnScales.of(table, columns);
            table.readAligned(columns, (block, size) -> sums.add(scales.centred(block, size), size));
        }
        return sums;
    }

    private void add(double[][] centred, int size) {
        for (int second = 0; second < sums.length; second++) {
            for (int first = 0; first < second; first++) {
                sums[second][first].add(centred[first], centred[second], size);
            }
        }
    }

    Coefficient correlation(int first, int second) {
        return sums[second][first].correlation();
    }

    /** Of two columns x and y. */
    private static final class PairSums {
        private long rows;
        private double x;
        private double y;
        private double xx;
        private double yy;
        private double xy;

        void add(double[] first, double[] second, int size) {
            for (int row = 0; row < size; row++) {
                double a = first[row];
                double b = second[row];
                if (!Double.isNaN(a) && !Double.isNaN(b)) {
                    rows++;
                    x += a;
                    y += b;
                    xx += a * a;
                    yy += b * b;
                    xy += a * b;
                }
            }
        }

        Coefficient correlation() {
            double varianceX = around(x, xx);
            double varianceY = around(y, yy);
            double value = (xy - x * y / rows) / (Math.sqrt(varianceX) * Math.sqrt(varianceY));
            return new Coefficient(Math.max(-1, Math.min(1, value)), rows);
        }

        /** The sum of squares around the mean; NaN where there is nothing but rounding. */
        private double around(double sum, double squares) {
            double around = squares - sum * sum / rows;
            return around > squares * ROUNDING ? around : Double.NaN;
        }
    }
}
