package io.plumbline.measures.drift;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.EdgeCounts;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.NotKnownException;
import io.plumbline.measures.column.Tally;

/** A column of which only moments and quantiles are known, the quantiles at ranks that are off by up to an error. */
record SketchedColumn(ColumnData exact, double rankError, double sign) implements ColumnData {
    @Override
    public ColumnType type() {
        return exact.type();
    }

    @Override
    public Tally tally() {
        return exact.tally();
    }

    @Override
    public Moments moments() {
        return exact.moments();
    }

    @Override
    public DistinctCount distinct() {
        return DistinctCount.UNKNOWN;
    }

    @Override
    public EdgeCounts countsOver(Edges edges) {
        throw new NotKnownException("no counts");
    }

    @Override
    public double quantile(double rank) {
        return exact.quantile(Math.max(0, Math.min(1, rank + sign * rankError)));
    }

    @Override
    public CategoryCounts categories() {
        throw new NotKnownException("no categories");
    }

    @Override
    public boolean hasValues() {
        return false;
    }

    @Override
    public double[] sortedValues() {
        throw new NotKnownException("no values");
    }
}
