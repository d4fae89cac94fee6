package io.plumbline.measures.quality;

import io.plumbline.measures.quality.CorrelationMatrix.Method;
import io.plumbline.measures.table.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which columns have a place in a matrix of limited width, and which would have had one. */
record Width(List<TableColumn> taken, List<TableColumn> leftOut) {

    static Width of(List<TableColumn> columns) {
        return of(columns, column -> true);
    }

    /** The first that are suited; the test is not asked once the matrix is full. */
    static Width of(List<TableColumn> columns, Predicate<TableColumn> suited) {
        Width width = new Width(new ArrayList<>(), new ArrayList<>());
        for (TableColumn column : columns) {
            boolean taken = width.taken.size() < Correlations.WIDTH && suited.test(column);
            (taken ? width.taken : width.leftOut).add(column);
        }
        return width;
    }

    CorrelationMatrix matrix(Method method, long step, PairCorrelation correlation) {
        List<Correlation> pairs = new ArrayList<>();
        for (int first = 0; first < taken.size(); first++) {
            for (int second = first + 1; second < taken.size(); second++) {
                Coefficient found = correlation.of(first, second);
                pairs.add(new Correlation(
                        taken.get(first).name(), taken.get(second).name(), found.value(), found.rows()));
            }
        }
        return new CorrelationMatrix(method, names(taken), pairs, step, names(leftOut));
    }

    private static List<String> names(List<TableColumn> columns) {
        return columns.stream().map(TableColumn::name).toList();
    }

    /** A coefficient and the rows that it rests on. */
    record Coefficient(double value, long rows) {}

    /** The correlation of two of the columns taken, by their places. */
    @FunctionalInterface
    interface PairCorrelation {
        Coefficient of(int first, int second);
    }
}
