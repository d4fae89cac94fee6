package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.record.Selection.Place;
import io.plumbline.compute.duckdb.record.Timeline.Stretch;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.RecordQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Finds where the records of a page are, from the columns alone that decide it; what a record has besides is then read of these records only.
 */
final class PageSearch {
    /** Sorting more than this by few columns gains nothing. */
    private static final long MOST_RANKED = 100_000;

    private final Database database;
    private final Reading reading;

    PageSearch(Database database, Reading reading) {
        this.database = database;
        this.reading = reading;
    }

    /** The places of the records of a page, in any order. */
    List<Place> places(RecordQuery query) throws SQLException {
        boolean byTime = query.order().equals(RecordQuery.Order.BY_TIME);
        if (!byTime && query.offset() + query.limit() < MOST_RANKED) {
            Optional<List<Place>> ranked = ranked(query);
            if (ranked.isPresent()) {
                return ranked.get();
            }
        }
        return byTime && query.filter().equals(Filter.ALL) ? inStretch(query) : sorted(query);
    }

    private List<Place> sorted(RecordQuery query) throws SQLException {
        Reading search = narrowed(query);
        return sorted(search, query, condition(search, query), query.offset());
    }

    /** Only the stretch of time is sorted in which the page lies. */
    private List<Place> inStretch(RecordQuery query) throws SQLException {
        Reading search = reading.again();
        Stretch stretch = search.timeline(query.from(), query.until()).page(query.offset(), query.limit());
        String condition =
                condition(search, query) + " AND " + search.conditions().within(stretch);
        return sorted(search, query, condition, query.offset() - stretch.before());
    }

    private List<Place> sorted(Reading search, RecordQuery query, String condition, long offset) throws SQLException {
        List<String> keys = new Ordering(search).keys(query.order());
        String sql = "SELECT f, n FROM " + search.relation().sql() + " AS v WHERE " + condition + Ordering.by(keys)
                + " LIMIT " + search.bindings().bind((long) query.limit()) + " OFFSET "
                + search.bindings().bind(offset);
        return database.rows(sql, search.bindings().values(), PageSearch::place);
    }

    /**
     * The page by the keys asked for and the event time only, where these tell which records belong to it: comparing ids as well costs
     * several times as much. Empty where records at an edge of the page are equal in these.
     */
    private Optional<List<Place>> ranked(RecordQuery query) throws SQLException {
        Reading search = narrowed(query);
        String condition = condition(search, query);
        List<String> keys = new Ordering(search).keys(query.order());
        String order = Ordering.by(keys, List.of(Ordering.EVENT_TIME));
        long end = query.offset() + query.limit();
        String sql = "SELECT f, n, rank() OVER (" + order + ") - 1 FROM (SELECT * FROM "
                + search.relation().sql() + " AS v WHERE " + condition + order + " LIMIT "
                + search.bindings().bind(end + 1) + ") AS v";
        List<Ranked> first =
                database.rows(sql, search.bindings().values(), row -> new Ranked(place(row), row.getLong(3)));
        if (!isEdge(first, query.offset()) || !isEdge(first, end)) {
            return Optional.empty();
        }
        return Optional.of(first.stream()
                .filter(ranked -> ranked.before() >= query.offset() && ranked.before() < end)
                .map(Ranked::place)
                .toList());
    }

    private Reading narrowed(RecordQuery query) throws SQLException {
        Reading search = reading.again();
        search.narrow(query.filter());
        return search;
    }

    /** Whether it is certain which records are the first so many. */
    private static boolean isEdge(List<Ranked> ranked, long records) {
        return ranked.size() <= records || ranked.stream().anyMatch(each -> each.before() == records);
    }

    private static String condition(Reading search, RecordQuery query) {
        return search.conditions().of(query.from(), query.until(), query.filter());
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getInt(1), row.getLong(2));
    }

    /**
     * A record among others.
     *
     * @param place where it is
     * @param before how many come before it and its equals
     */
    private record Ranked(Place place, long before) {}
}
