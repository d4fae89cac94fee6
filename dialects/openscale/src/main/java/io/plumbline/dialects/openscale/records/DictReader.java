package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.columns.BatchBuilder;
import io.plumbline.dialects.openscale.records.columns.ColumnBuilder;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;

/** Reads rows {@code {"AGE":25,…}} into columns. */
final class DictReader {
    private final BatchBuilder batch;
    private final CellReader cells = new CellReader();
    private final List<ColumnBuilder> order = new ArrayList<>();

    DictReader(BatchBuilder batch) {
        this.batch = batch;
    }

    /** Reads the object at whose start the parser stands, up to its end. */
    void read(JsonParser json) {
        int row = batch.rows();
        int position = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            cells.read(json, column(position++, name), row);
        }
        batch.end(1);
    }

    /** Rows mostly have the same members in the same order, so the one before says which column comes next. */
    private ColumnBuilder column(int position, String name) {
        if (position < order.size()) {
            ColumnBuilder expected = order.get(position);
            return expected.name().equals(name) ? expected : batch.column(name);
        }
        ColumnBuilder column = batch.column(name);
        order.add(column);
        return column;
    }
}
