package io.plumbline.compute.duckdb.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What records are grouped by. */
interface GroupKey {
    /** The key of a record. */
    String sql(Bindings bindings);

    /** The key of a group. */
    @Nullable
    Object read(ResultSet row, int column) throws SQLException;
}
