package io.plumbline.compute.duckdb.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Groups by the values of a field.
 *
 * @param field which
 */
record ValueKey(Field field) implements GroupKey {
    @Override
    public String sql(Bindings bindings) {
        return field.sent();
    }

    @Override
    public @Nullable Object read(ResultSet row, int column) throws SQLException {
        return RowReader.value(row, column, field.type());
    }
}
