package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.Sql;
import io.plumbline.domain.PlumblineException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Refuses a file of records in which an id is there twice. Ids are told apart by a hash of each: that takes less memory than the ids. */
final class RepeatedIds {
    private static final int LONGEST_QUOTE = 40;

    private final Database database;
    private final String name;
    private final String id;
    private final String place;

    /**
     * Of files of this kind.
     *
     * @param name of the column that brought the ids
     * @param numbers where such a file has the numbers of its rows
     */
    RepeatedIds(Database database, String name, RowNumbers numbers) {
        this.database = database;
        this.name = name;
        id = numbers.value(SystemColumn.RECORD_ID);
        place = numbers.value(SystemColumn.SEQUENCE);
    }

    void refuseIn(Path written) throws SQLException {
        String from = " FROM read_parquet(" + Sql.path(written.toString()) + ")";
        long distinct = number("SELECT count(*) FROM (SELECT DISTINCT hash(" + id + ")" + from + ")");
        if (distinct != number("SELECT count(*)" + from)) {
            refuseFirst(from);
        }
    }

    private long number(String sql) throws SQLException {
        return database.rows(sql, List.of(), row -> row.getLong(1)).getFirst();
    }

    /** Hashes that are equal by chance are no reason. */
    private void refuseFirst(String from) throws SQLException {
        String repeated = "SELECT " + id + ", min(" + place + ") + 1, max(" + place + ") + 1" + from + " GROUP BY " + id
                + " HAVING count(*) > 1 ORDER BY 3 LIMIT 1";
        List<RuntimeException> refusals = database.rows(
                repeated,
                List.of(),
                row -> PlumblineException.invalid(
                        name,
                        "row " + row.getLong(3) + ": the column " + name + " has the value " + quoted(row.getString(1))
                                + " of row " + row.getLong(2)));
        if (!refusals.isEmpty()) {
            throw refusals.getFirst();
        }
    }

    /** A value in a message. */
    static String quoted(String value) {
        return '"' + (value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value) + '"';
    }
}
