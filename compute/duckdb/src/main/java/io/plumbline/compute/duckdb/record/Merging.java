package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.Sql;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordEngine.Written;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the records of several files, as they are after all changes, into one. */
final class Merging {
    private final Database database;
    private final Reading reading;
    private final RecordRelation relation;
    private final Bindings bindings;

    Merging(Database database, Reading reading) {
        this.database = database;
        this.reading = reading;
        this.relation = reading.relation();
        this.bindings = reading.bindings();
    }

    Written merge(Path path, Files files, Optional<Instant> from) throws SQLException {
        List<Long> places = firstPlaces(relation.files());
        List<String> values = new ArrayList<>();
        for (SystemColumn column : SystemColumn.values()) {
            values.add(column == SystemColumn.SEQUENCE ? place(places) : column.written());
        }
        ColumnNames names = new ColumnNames();
        for (Field field : relation.allColumns()) {
            values.add("p." + field.alias() + " AS " + Sql.identifier(names.physical(field.name())));
        }
        String condition = from.map(
                        instant -> " WHERE t >= make_timestamp(" + bindings.bind(Instants.micros(instant)) + ")")
                .orElse("");
        String rows = "(SELECT * FROM " + relation.sql() + " AS v" + condition + ")";
        String query = "SELECT " + String.join(", ", values) + " FROM "
                + reading.changes().annotated(rows) + " AS p" + reading.order("p");
        return new ParquetOutput(database, path)
                .write(query, bindings, rowBytes(files.records()), SystemColumn.EVENT_TIME.physical(), reading.paths());
    }

    /** Records keep the order in which they came in: those of a file come after those of the files before it. */
    private static String place(List<Long> firstPlaces) {
        return firstPlaces.isEmpty()
                ? SystemColumn.SEQUENCE.written()
                : firstPlaces + "[p.f + 1] + p.s AS " + Sql.identifier(SystemColumn.SEQUENCE.physical());
    }

    private double rowBytes(List<Path> files) throws SQLException {
        if (relation.rows() == 0) {
            return 1;
        }
        String sql = "SELECT coalesce(sum(total_uncompressed_size), 0) FROM parquet_metadata("
                + Sql.paths(StoredFiles.texts(files)) + ")";
        double bytes = database.rows(sql, List.of(), row -> row.getDouble(1)).getFirst();
        return Math.max(1, bytes / relation.rows());
    }

    private List<Long> firstPlaces(List<StoredFile> files) throws SQLException {
        List<Long> places = new ArrayList<>();
        long next = 0;
        for (long length : lengths(files)) {
            places.add(next);
            next += length;
        }
        return places;
    }

    /** One more than the last place in each file. */
    private List<Long> lengths(List<StoredFile> files) throws SQLException {
        if (files.isEmpty()) {
            return List.of();
        }
        List<String> lengths = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            StoredFile file = files.get(i);
            lengths.add("SELECT " + i + " AS number, coalesce(max("
                    + file.numbers().value(SystemColumn.SEQUENCE) + ") + 1, 0) AS length FROM read_parquet("
                    + Sql.path(file.path().toString()) + ")");
        }
        String sql = "SELECT length FROM (" + String.join(" UNION ALL ", lengths) + ") ORDER BY number";
        return database.rows(sql, List.of(), row -> row.getLong(1));
    }
}
