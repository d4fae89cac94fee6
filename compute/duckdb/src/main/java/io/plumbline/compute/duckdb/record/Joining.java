package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.Database.Staged;
import io.plumbline.domain.Id;
import io.plumbline.domain.record.RecordWindow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads records together with those of another dataset that have the same id. The pairs are kept until they were handed over: joining twice, to
 * know how many there are, costs more. Which of several pairs of an id counts is decided only where an id came in more than once.
 */
final class Joining {
    /** There is one other dataset, whose id its reading does not ask for. */
    private static final Id OTHER = new Id(0, 0);

    private static final String NEWEST = "row_number() OVER (PARTITION BY i ORDER BY r DESC, f DESC, s DESC,"
            + " ot DESC, \"of\" DESC, os DESC) = 1";

    private final Database database;
    private final Reading reading;
    private final List<Field> fields = new ArrayList<>();
    private final String pairs;

    /**
     * A join.
     *
     * @param wanted which records, as a condition; of each id the last of all counts, whether it fits or not
     */
    Joining(Database database, Reading reading, RecordWindow window, String wanted, List<String> columns) {
        this.database = database;
        this.reading = reading;
        List<String> selected = new ArrayList<>(List.of("i", "t", "x", "r", "f", "s", "(" + wanted + ") AS wanted"));
        window.columns().forEach(name -> {
            Field field = reading.relation().column(name);
            selected.add(field.alias());
            fields.add(field);
        });
        String all = reading.relation().sql() + " AS v";
        String left = "SELECT " + String.join(", ", selected) + " FROM " + all
                + (wanted.equals(Conditions.ALL) ? "" : " WHERE i IN (SELECT i FROM " + all + " WHERE " + wanted + ")");
        this.pairs = "SELECT * FROM (" + left + ") AS l JOIN (" + other(columns) + ") AS o ON l.i = o.oi";
    }

    /** The other records under names of their own; their columns are added to the fields. */
    private String other(List<String> columns) {
        RecordRelation other = reading.joined(OTHER);
        List<String> selected = new ArrayList<>(List.of("i AS oi", "r AS ot", "f AS \"of\"", "s AS os"));
        for (int i = 0; i < columns.size(); i++) {
            Field field = other.column(columns.get(i));
            String alias = "o" + i;
            selected.add(field.alias() + " AS " + alias);
            fields.add(new Field(field.name(), field.type(), alias));
        }
        return "SELECT " + String.join(", ", selected) + " FROM " + other.sql() + " AS v";
    }

    /** The columns that are handed over. */
    List<Field> fields() {
        return fields;
    }

    /** Hands over all, in this order, which may be empty; returns how many. */
    long join(BatchReader reader, String order) throws SQLException {
        try (Staged all = database.stage(pairs, reading.bindings().values())) {
            return hasDuplicates(all) ? joinNewest(all, reader, order) : read(all, reader, order);
        }
    }

    private long joinNewest(Staged all, BatchReader reader, String order) throws SQLException {
        try (Staged newest = database.stage("SELECT * FROM " + all.name() + " QUALIFY " + NEWEST, List.of())) {
            return read(newest, reader, order);
        }
    }

    /** Two ids of one hash only make it look for duplicates that there are not. */
    private boolean hasDuplicates(Staged all) throws SQLException {
        return number("SELECT count(*) - count(DISTINCT hash(i)) FROM " + all.name()) > 0;
    }

    private long read(Staged kept, BatchReader reader, String order) throws SQLException {
        String wanted = " FROM " + kept.name() + " AS j WHERE wanted";
        long expected = number("SELECT count(*)" + wanted);
        long read = database.stream("SELECT " + reader.columns() + wanted + order, reader);
        if (read != expected) {
            throw new IllegalStateException("of " + expected + " records " + read + " could be read");
        }
        reader.end();
        return read;
    }

    private long number(String sql) throws SQLException {
        return database.rows(sql, List.of(), row -> row.getLong(1)).getFirst();
    }
}
