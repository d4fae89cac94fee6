package io.plumbline.measures.comparison;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.EdgeCounts;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.Tally;
import io.plumbline.measures.column.UnsortedNumbers;
import java.util.Optional;

/** Whole numbers that are held against numbers with fractions: the same column, called {@link ColumnType#NUMBER}. */
record AsNumbers(ColumnData column) implements ColumnData {

    @Override
    public ColumnType type() {
        return ColumnType.NUMBER;
    }

    @Override
    public Tally tally() {
        return column.tally();
    }

    @Override
    public Moments moments() {
        return column.moments();
    }

    @Override
    public DistinctCount distinct() {
        return column.distinct();
    }

    @Override
    public EdgeCounts countsOver(Edges edges) {
        return column.countsOver(edges);
    }

    @Override
    public double quantile(double rank) {
        return column.quantile(rank);
    }

    @Override
    public CategoryCounts categories() {
        return column.categories();
    }

    @Override
    public boolean hasValues() {
        return column.hasValues();
    }

    @Override
    public double[] sortedValues() {
        return column.sortedValues();
    }

    @Override
    public Optional<UnsortedNumbers> unsorted() {
        return column.unsorted();
    }

    @Override
    public void release() {
        column.release();
    }

    @Override
    public double rankError() {
        return column.rankError();
    }
}
