package io.plumbline.compute.duckdb.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What records are grouped by. */
interface GroupKey {
    /** A column that the key is made of, where it takes one that the records do not have. */
    default Optional<String> prepared(Bindings bindings) {
        return Optional.empty();
    }

    /** The key of a record. */
    String sql(Bindings bindings);

    /** The key of a group. */
    @Nullable
    Object read(ResultSet row, int column) throws SQLException;
}
