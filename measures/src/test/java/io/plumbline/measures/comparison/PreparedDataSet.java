package io.plumbline.measures.comparison;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.TableColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** A data set of which each column is given, or given by what is done when it is asked for. */
final class PreparedDataSet implements DataSet {
    private final String name;
    private final Map<TableColumn, Supplier<ColumnData>> columns = new LinkedHashMap<>();
    private long rows;

    PreparedDataSet(String name) {
        this.name = name;
    }

    PreparedDataSet with(String column, ColumnData data) {
        return with(column, ColumnRole.FEATURE, data);
    }

    PreparedDataSet with(String column, ColumnRole role, ColumnData data) {
        rows = data.tally().rows();
        columns.put(new TableColumn(column, data.type(), role), () -> data);
        return this;
    }

    PreparedDataSet with(TableColumn column, Supplier<ColumnData> reading) {
        rows = 1;
        columns.put(column, reading);
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public List<TableColumn> columns() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public ColumnData column(TableColumn column) {
        return Objects.requireNonNull(columns.get(column)).get();
    }

    @Override
    public OptionalLong duplicateRows() {
        return OptionalLong.empty();
    }
}
