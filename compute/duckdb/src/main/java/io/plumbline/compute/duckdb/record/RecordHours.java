package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.Sql;
import io.plumbline.domain.Id;
import io.plumbline.domain.record.RecordWindow;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the hours in which there are records. */
final class RecordHours {
    /** What is asked for besides, whose id its reading does not ask for. */
    private static final Id OTHER = new Id(0, 0);

    private final Database database;
    private final Reading reading;

    RecordHours(Database database, Reading reading) {
        this.database = database;
        this.reading = reading;
    }

    /** Those of the records of a window. */
    SortedSet<Long> of(RecordWindow window) throws SQLException {
        String wanted = reading.conditions().of(window);
        reading.narrow(window.from(), window.until());
        return hours(wanted);
    }

    /** Those of the records whose id stands in one of some other files of records or in one of these files of changes. */
    SortedSet<Long> named(List<Path> changes) throws SQLException {
        List<String> ids = new ArrayList<>();
        ids.add("SELECT i FROM " + reading.joined(OTHER).sql() + " AS n");
        Optional.of(changes)
                .filter(some -> !some.isEmpty())
                .ifPresent(some -> ids.add("SELECT " + Changes.RECORD_ID + " FROM read_parquet("
                        + Sql.paths(StoredFiles.texts(some)) + ", hive_partitioning = false)"));
        return hours("i IN (" + String.join(" UNION ALL ", ids) + ")");
    }

    private SortedSet<Long> hours(String wanted) throws SQLException {
        String sql = "SELECT DISTINCT " + HourCondition.hour() + " FROM "
                + reading.relation().sql() + " AS v WHERE " + wanted;
        return new TreeSet<>(database.rows(sql, reading.bindings().values(), row -> row.getLong(1)));
    }
}
