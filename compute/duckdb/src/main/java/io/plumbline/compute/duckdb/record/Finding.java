package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.record.Selection.Place;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordQuery.Counting;
import io.plumbline.domain.record.StoredRecord;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** Answers one question for records. */
final class Finding {
    /** Of a larger page nearly all groups of rows have to be read anyway. */
    private static final int MOST_PLACES = 2_000;

    private final Database database;
    private final Reading reading;
    private final RecordRelation relation;
    private final Bindings bindings;

    Finding(Database database, Reading reading) {
        this.database = database;
        this.reading = reading;
        this.relation = reading.relation();
        this.bindings = reading.bindings();
    }

    RecordPage find(RecordQuery query) throws SQLException {
        require(query.offset() >= 0, "offset", query.offset());
        require(query.limit() >= 0, "limit", query.limit());
        List<Field> fields = query.columns()
                .map(names -> names.stream().map(relation::column).toList())
                .orElseGet(relation::allColumns);
        List<StoredRecord> records =
                query.limit() <= MOST_PLACES ? records(fields, places(query), query) : records(fields, query);
        return new RecordPage(
                fields.stream().map(relation::definition).toList(), records, total(query, records.size()));
    }

    private static void require(boolean holds, String name, long value) {
        if (!holds) {
            throw PlumblineException.invalid(name, name + " must not be negative, as " + value + " is");
        }
    }

    private List<Place> places(RecordQuery query) throws SQLException {
        return new PageSearch(database, reading).places(query);
    }

    private List<StoredRecord> records(List<Field> fields, List<Place> places, RecordQuery query) throws SQLException {
        List<String> keys = new Ordering(reading).keys(query.order());
        relation.keepOnly(Selection.of(places));
        return places.isEmpty()
                ? List.of()
                : new Records(database, reading).read(fields, "SELECT * FROM " + relation.sql() + " AS v", keys);
    }

    private List<StoredRecord> records(List<Field> fields, RecordQuery query) throws SQLException {
        List<String> keys = new Ordering(reading).keys(query.order());
        String condition = reading.conditions().of(query.from(), query.until(), query.filter());
        String page = "SELECT * FROM " + relation.sql() + " AS v WHERE " + condition + Ordering.by(keys) + " LIMIT "
                + bindings.bind((long) query.limit()) + " OFFSET " + bindings.bind(query.offset());
        return new Records(database, reading).read(fields, page, keys);
    }

    private OptionalLong total(RecordQuery query, int found) throws SQLException {
        if (query.counted() == Counting.NOT_COUNTED) {
            return OptionalLong.empty();
        }
        boolean isLast = found < query.limit() && (found > 0 || query.offset() == 0);
        return OptionalLong.of(
                isLast
                        ? query.offset() + found
                        : new RecordCount(database, reading.again()).of(query.from(), query.until(), query.filter()));
    }
}
