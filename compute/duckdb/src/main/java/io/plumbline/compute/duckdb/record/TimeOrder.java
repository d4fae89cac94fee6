package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import java.sql.SQLException;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Tells whether rows lie in the order of their times. */
final class TimeOrder {
    private long latest = Long.MIN_VALUE;
    private boolean isBroken;

    private TimeOrder() {}

    /**
     * Whether no row is of an earlier time than the row before it. Rows behind one that cannot be read are not looked at.
     *
     * @param time of a row, which every row has
     * @param rows what to select it from
     */
    static boolean holds(Database database, String time, String rows) throws SQLException {
        TimeOrder order = new TimeOrder();
        database.stream("SELECT epoch_us(" + time + ") FROM " + rows, order::take);
        return !order.isBroken;
    }

    private void take(DuckDBDataChunkReader chunk) {
        DuckDBReadableVector times = chunk.vector(0);
        for (long row = 0; row < chunk.rowCount(); row++) {
            long time = times.getLong(row);
            isBroken |= time < latest;
            latest = time;
        }
    }
}
