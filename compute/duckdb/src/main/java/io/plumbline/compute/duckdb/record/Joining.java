package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.domain.Id;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordWindow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads records together with those of another dataset that have the same id. */
final class Joining {
    /** There is one other dataset, whose id its reading does not ask for. */
    private static final Id OTHER = new Id(0, 0);

    private final Database database;
    private final Reading reading;
    private final BatchReader reader;
    private final String sql;

    Joining(
            Database database,
            Reading reading,
            RecordWindow window,
            List<String> columns,
            int rows,
            Consumer<RecordBatch> batches) {
        this.database = database;
        this.reading = reading;
        List<Field> fields = new ArrayList<>();
        window.columns().forEach(name -> fields.add(reading.relation().column(name)));
        String wanted = reading.conditions().of(window.from(), window.until(), Filter.ALL);
        String left = "SELECT * FROM " + reading.relation().sql() + " AS v WHERE " + wanted;
        String right = other(columns, fields);
        this.reader = new BatchReader(fields, rows, batches);
        this.sql = "SELECT " + reader.columns() + " FROM (SELECT * FROM (" + left + ") AS l JOIN (" + right
                + ") AS o ON l.i = o.oi QUALIFY row_number() OVER (PARTITION BY i ORDER BY r DESC, f DESC, s DESC,"
                + " ot DESC, \"of\" DESC, os DESC) = 1) AS j";
    }

    /** The other records under names of their own; their columns are added to the fields. */
    private String other(List<String> columns, List<Field> fields) {
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

    /** Hands over all; returns how many. */
    long join() throws SQLException {
        long expected = database.rows(
                        "SELECT count(*) FROM (" + sql + ")", reading.bindings().values(), row -> row.getLong(1))
                .getFirst();
        long read = database.stream(sql, reading.bindings().values(), reader);
        if (read != expected) {
            WindowScanning.requireThere(reading.paths());
            throw new IllegalStateException("of " + expected + " records " + read + " could be read");
        }
        reader.end();
        return read;
    }
}
