package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.domain.record.Filter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Counts records, from the footers of files where they tell. */
final class RecordCount {
    /** With more parts than this, planning a statement takes longer than reading the times of all. */
    private static final int MOST_PARTS = 50;

    private final Database database;
    private final Reading reading;

    RecordCount(Database database, Reading reading) {
        this.database = database;
        this.reading = reading;
    }

    /** How many records there are of a time that fit a filter. */
    long of(Optional<Instant> from, Optional<Instant> until, Filter filter) throws SQLException {
        Timeline timeline = reading.timeline(from, until);
        Selection edges = timeline.edges();
        reading.narrow(filter);
        if (!filter.equals(Filter.ALL) || edges.parts().size() > MOST_PARTS) {
            return count(reading.conditions().of(from, until, filter));
        }
        if (edges.parts().isEmpty()) {
            return timeline.rowsInside();
        }
        reading.relation().keepOnly(edges);
        return timeline.rowsInside() + count(reading.conditions().of(from, until, filter));
    }

    /** How many fit a condition. */
    long count(String condition) throws SQLException {
        String sql = "SELECT count(*) FROM " + reading.relation().sql() + " AS v WHERE " + condition;
        return database.rows(sql, reading.bindings().values(), row -> row.getLong(1))
                .getFirst();
    }
}
