package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.record.Selection.Place;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.StoredRecord;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** Finds records by their ids: first where they are, in the groups of rows where they may be, then what they have. */
final class Lookup {
    private static final int MOST_PLACES = 2_000;

    private final Database database;
    private final Reading reading;

    Lookup(Database database, Reading reading) {
        this.database = database;
        this.reading = reading;
    }

    RecordPage find(List<String> ids) throws SQLException {
        RecordRelation relation = reading.relation();
        List<Field> fields = relation.allColumns();
        if (ids.size() <= MOST_PLACES) {
            relation.keepOnly(Selection.of(places(reading.again(), ids)));
        }
        String rows = "SELECT *" + latest(reading, ids);
        List<StoredRecord> records = new Records(database, reading).read(fields, rows, List.of());
        return new RecordPage(fields.stream().map(relation::definition).toList(), records, OptionalLong.empty());
    }

    private List<Place> places(Reading search, List<String> ids) throws SQLException {
        search.relation().keepOnly(search.candidates(ids));
        return database.rows(
                "SELECT f, n" + latest(search, ids),
                search.bindings().values(),
                row -> new Place(row.getInt(1), row.getLong(2)));
    }

    /** The records of these ids, the later one where an id came in twice. */
    private static String latest(Reading search, List<String> ids) {
        return " FROM " + search.relation().sql() + " AS v WHERE i IN (SELECT unnest("
                + search.bindings().bind(ids.toArray(String[]::new))
                + ")) QUALIFY row_number() OVER (PARTITION BY i ORDER BY r DESC, f DESC, s DESC) = 1";
    }
}
