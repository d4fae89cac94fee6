package io.plumbline.measures.table;

import io.plumbline.measures.column.ColumnBuilder;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A column as rows, for tests; cells are as in {@link InMemoryTable}.
 *
 * @param type of the column
 * @param cells in their order
 */
public record Rows(ColumnType type, List<? extends @Nullable Object> cells) {

    /** As many rows without a value. */
    public static Rows missing(ColumnType type, int rows) {
        return new Rows(type, Collections.nCopies(rows, null));
    }

    /** The same in another order. */
    public Rows shuffled(Random random) {
        List<@Nullable Object> other = new ArrayList<>(cells);
        Collections.shuffle(other, random);
        return new Rows(type, other);
    }

    /** Reads the rows into a column, as they are read from files. */
    public ColumnData read() {
        TableColumn column = new TableColumn("column", type);
        ColumnBuilder builder = new ColumnBuilder(type);
        new InMemoryTable("rows").with(column, cells).read(column, builder);
        return builder.build();
    }
}
