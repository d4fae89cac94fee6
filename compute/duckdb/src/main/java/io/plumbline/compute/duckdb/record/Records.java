package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.domain.record.StoredRecord;
import java.sql.SQLException;
import java.util.List;

/** Reads records with all that they have. */
final class Records {
    private final Database database;
    private final Reading reading;

    Records(Database database, Reading reading) {
        this.database = database;
        this.reading = reading;
    }

    /**
     * The records that a statement gives.
     *
     * @param fields to be read of them
     * @param rows the statement, over the relation of the reading
     * @param keys by which they are ordered
     */
    List<StoredRecord> read(List<Field> fields, String rows, List<String> keys) throws SQLException {
        RowReader reader = new RowReader(fields);
        String sql = "SELECT " + reader.columns() + " FROM " + reading.changes().annotated("(" + rows + ")") + " AS p"
                + Ordering.by(keys);
        return database.rows(sql, reading.bindings().values(), reader);
    }
}
