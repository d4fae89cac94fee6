package io.plumbline.measures.comparison;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.EdgeCounts;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.NotKnownException;
import io.plumbline.measures.column.Tally;
import io.plumbline.measures.profile.BaselineProfiles;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.SketchKind;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A numeric column of too many rows to hold. One scan profiles it; counts over edges that the profile does not have are taken by another
 * scan and are exact, so that only quantiles and the number of different values are estimates.
 */
final class ScannedNumbers implements ColumnData {
    /** A rank error of about 0.2 %. */
    private static final int QUANTILE_SIZE = 2048;

    /** About 2 % of the number of different values. */
    private static final int DISTINCT_SIZE = 14;

    private final Table table;
    private final TableColumn column;
    private final ColumnData profile;
    private final Map<Edges, EdgeCounts> counted = new ConcurrentHashMap<>();

    private ScannedNumbers(Table table, TableColumn column, ColumnData profile) {
        this.table = table;
        this.column = column;
        this.profile = profile;
    }

    static ScannedNumbers of(Table table, TableColumn column, Sketches sketches) {
        ProfileSpec spec = ProfileSpec.of(column.type())
                .withSketch(SketchKind.QUANTILES, QUANTILE_SIZE)
                .withSketch(SketchKind.DISTINCT, DISTINCT_SIZE);
        return new ScannedNumbers(
                table,
                column,
                BaselineProfiles.over(spec, table, column, sketches).asColumn());
    }

    @Override
    public EdgeCounts countsOver(Edges edges) {
        return counted.computeIfAbsent(edges, this::count);
    }

    private EdgeCounts count(Edges edges) {
        EdgeCounts known = profile.countsOver(edges);
        return known.isExact() ? known : scan(edges);
    }

    private EdgeCounts scan(Edges edges) {
        ProfileSpec spec = ProfileSpec.of(column.type()).withEdges(edges);
        return BaselineProfiles.over(spec, table, column, Sketches.NONE)
                .asColumn()
                .countsOver(edges);
    }

    @Override
    public ColumnType type() {
        return profile.type();
    }

    @Override
    public Tally tally() {
        return profile.tally();
    }

    @Override
    public Moments moments() {
        return profile.moments();
    }

    @Override
    public DistinctCount distinct() {
        return profile.distinct();
    }

    @Override
    public double quantile(double rank) {
        return profile.quantile(rank);
    }

    @Override
    public CategoryCounts categories() {
        return profile.categories();
    }

    @Override
    public boolean hasValues() {
        return false;
    }

    @Override
    public double[] sortedValues() {
        throw new NotKnownException(
                "column " + column.name() + " of " + table.name() + " has too many rows to hold: more than "
                        + TableDataSet.EXACT_ROWS + "; compare a sample of it, or take a measure over bins");
    }

    @Override
    public double rankError() {
        return profile.rankError();
    }
}
