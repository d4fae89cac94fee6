package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.GroupTable.Limited;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * The records that a question by groups reads, which are the newest ones.
 *
 * @param limited whether there are more
 * @param since none of them is earlier, in microseconds; empty where they may be of any time
 */
record NewestRecords(Limited limited, OptionalLong since) {
    /** The newest records that fit. */
    static NewestRecords of(Database database, Reading reading, GroupQuery query) throws SQLException {
        return new Search(database, reading, query, reading.timeline(query.from(), query.until())).newest();
    }

    /** Sorting all records to find the newest costs far more than grouping those, so they are looked for from the latest time on. */
    private record Search(Database database, Reading reading, GroupQuery query, Timeline timeline) {
        /** How many times as many records are looked at in turn as are read, then as were looked at before. */
        private static final int STEP = 8;

        NewestRecords newest() throws SQLException {
            OptionalLong since = query.filter().equals(Filter.ALL) ? timeline.newest(query.limit()) : sinceOfFitting();
            boolean all = since.isEmpty() && (timeline.mostRows() <= query.limit() || rows() <= query.limit());
            return new NewestRecords(all ? Limited.ALL : Limited.LIMITED, since);
        }

        private long rows() throws SQLException {
            return new RecordCount(database, reading.again()).of(query.from(), query.until(), query.filter());
        }

        /** A time since which more records fit than are read. */
        private OptionalLong sinceOfFitting() throws SQLException {
            long sample = query.limit();
            while (sample <= timeline.rowsInside() / STEP) {
                sample *= STEP;
                OptionalLong since = timeline.newest(sample);
                if (since.isPresent() && fitting(since.getAsLong()) > query.limit()) {
                    return since;
                }
            }
            return OptionalLong.empty();
        }

        private long fitting(long since) throws SQLException {
            Reading sample = reading.again();
            Conditions conditions = sample.conditions();
            return new RecordCount(database, sample)
                    .count(conditions.of(query.from(), query.until(), query.filter()) + " AND "
                            + conditions.since(since));
        }
    }
}
