package io.plumbline.compute.duckdb;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Schema;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes relations of files: Parquet is read where it lies, text is parsed once into a table. */
final class Loading {
    /** What DuckDB makes of texts of JSON that look like it. */
    private static final Pattern LIKE_TEXT = Pattern.compile("DATE|TIME.*|UUID|INTERVAL");

    private final Database database;
    private final Schema schema;
    private final CsvLayout layout;

    Loading(Database database, Schema schema, CsvLayout layout) {
        this.database = database;
        this.schema = schema;
        this.layout = layout;
    }

    /** The relation; who asked for it gives it up in the end. Of a failure nothing is left. */
    Relation load(DataFiles files) throws SQLException {
        files.paths().forEach(files.compression()::check);
        if (files.kind() == FileKind.PARQUET) {
            return new Relation("read_parquet(" + Sql.paths(files.paths()) + columns(files) + ")", files.kind());
        }
        Relation relation = new Relation(database.newTable(), files.kind());
        try {
            stage(files, relation.source());
            return relation;
        } catch (SQLException | RuntimeException e) {
            database.drop(relation);
            throw e;
        }
    }

    /**
     * The first rows of delimited text, and what reads all of them.
     *
     * @param first as a table
     * @param source what to select all rows from, which parses them each time
     */
    record Streamed(Relation first, String source) {}

    /** Delimited text that is parsed when it is selected; empty where it has to be staged to be understood. */
    Optional<Streamed> stream(DataFiles files) throws SQLException {
        if (files.kind() != FileKind.CSV) {
            return Optional.empty();
        }
        files.paths().forEach(files.compression()::check);
        Relation first = new Relation(database.newTable(), files.kind());
        Optional<Streamed> streamed = Optional.empty();
        try {
            streamed = new CsvLoading(database, schema, layout, first.source())
                    .loadFirst(files)
                    .map(source -> new Streamed(first, source));
            return streamed;
        } finally {
            if (streamed.isEmpty()) {
                database.drop(first);
            }
        }
    }

    private void stage(DataFiles files, String table) throws SQLException {
        if (files.kind() == FileKind.CSV) {
            new CsvLoading(database, schema, layout, table).load(files);
        } else {
            database.execute("CREATE TABLE " + table + " AS FROM " + json(files, texts(json(files, ""))));
        }
    }

    private static String json(DataFiles files, String options) {
        return "read_json(" + Sql.paths(files.paths()) + columns(files)
                + ", records = true, sample_size = -1, compression = "
                + Sql.literal(files.compression().option()) + options + ")";
    }

    /** Texts that look like something else are kept as they are where the schema says that they are texts. */
    private String texts(String source) throws SQLException {
        if (schema.columns().values().stream()
                .noneMatch(declared ->
                        declared.type().filter(ColumnType.TEXT::equals).isPresent())) {
            return "";
        }
        Map<String, String> found = database.describe(source);
        found.replaceAll((name, type) -> isText(name) && LIKE_TEXT.matcher(type).matches() ? "VARCHAR" : type);
        return found.entrySet().stream()
                .map(column -> Sql.literal(column.getKey()) + ": " + Sql.literal(column.getValue()))
                .collect(Collectors.joining(", ", ", columns = {", "}"));
    }

    private boolean isText(String column) {
        return schema.of(column)
                .flatMap(Schema.Declared::type)
                .filter(ColumnType.TEXT::equals)
                .isPresent();
    }

    private static String columns(DataFiles files) {
        return ", union_by_name = " + !files.isOne() + ", hive_partitioning = false";
    }
}
