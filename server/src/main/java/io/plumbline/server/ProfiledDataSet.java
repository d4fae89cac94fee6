package io.plumbline.server;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.comparison.DataSet;
import io.plumbline.measures.profile.ProfileFile;
import io.plumbline.measures.profile.ProfileFile.Entry;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.TableColumn;
import io.plumbline.measures.table.TableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A data set of which only the profiles are known. */
final class ProfiledDataSet implements DataSet {
    private final String location;
    private final ProfileFile file;
    private final Map<TableColumn, ColumnData> columns = new LinkedHashMap<>();

    /** The roles of {@code schema} go before those in the file; types were settled when the rows were read. */
    ProfiledDataSet(String location, ProfileFile file, Schema schema) {
        this.location = location;
        this.file = file;
        for (Entry entry : file.columns()) {
            columns.put(declared(entry.column(), schema), entry.profile().asColumn());
        }
    }

    private TableColumn declared(TableColumn column, Schema schema) {
        return schema.of(column.name())
                .map(declared -> declared(column, declared))
                .orElse(column);
    }

    private TableColumn declared(TableColumn column, Schema.Declared declared) {
        if (declared.type().isPresent() && declared.type().get() != column.type()) {
            throw new TableException(location + ": the column '" + column.name() + "' was profiled as "
                    + column.type().label() + ", and the schema says "
                    + declared.type().get().label() + "; profile the data anew with this schema");
        }
        return new TableColumn(column.name(), column.type(), declared.role().orElse(column.role()));
    }

    @Override
    public String name() {
        return location;
    }

    @Override
    public long rows() {
        return file.rows();
    }

    @Override
    public List<TableColumn> columns() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public ColumnData column(TableColumn column) {
        ColumnData found = columns.get(column);
        if (found == null) {
            throw new IllegalArgumentException(location + " has no column " + column);
        }
        return found;
    }

    @Override
    public OptionalLong duplicateRows() {
        return OptionalLong.empty();
    }
}
