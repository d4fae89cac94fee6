package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import io.plumbline.compute.duckdb.FileRows;
import io.plumbline.compute.duckdb.FileRows.FileColumn;
import io.plumbline.compute.duckdb.Sql;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.FieldColumns;
import io.plumbline.domain.record.IncomingFile;
import io.plumbline.domain.record.RecordEngine.Arrival;
import io.plumbline.domain.record.RecordEngine.Imported;
import io.plumbline.domain.record.RecordEngine.Written;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a file from outside, on their way into a file of records. */
final class IncomingRows {
    /** What DuckDB says where a value is not of its type; which one is looked for then. */
    private static final String MARK = "this value is not of the type of its column";

    private static final int LONGEST_QUOTE = 40;
    private static final double LEAST_BYTES_OF_VALUE = 8;
    private static final int WEIGHED_ROWS = 2048;

    private final Database database;
    private final FileRows rows;
    private final Arrival arrival;
    private final Map<String, FileColumn> columns;
    private final FieldColumns fields;
    private final Map<String, Conversion> kept = new LinkedHashMap<>();
    private final Optional<Conversion> id;
    private final Optional<Conversion> time;
    private final Optional<Conversion> transaction;

    IncomingRows(Database database, FileRows rows, IncomingFile file, Schema schema, Arrival arrival) {
        this.database = database;
        this.rows = rows;
        this.arrival = arrival;
        columns = named(rows, file, schema);
        fields = file.fields().among(columns.keySet(), schema);
        id = fields.id().map(columns::get).map(Conversion::label);
        time = fields.time().map(columns::get).map(column -> Conversion.of(column, ValueType.TIMESTAMP));
        transaction = fields.transaction().map(columns::get).map(Conversion::label);
        try {
            keep(schema);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The columns by the names that they have in the schema. */
    private static Map<String, FileColumn> named(FileRows rows, IncomingFile file, Schema schema) {
        boolean unnamed =
                file.header().filter(IncomingFile.Header.ABSENT::equals).isPresent() && rows.isText();
        List<String> names = unnamed
                ? schema.columns().stream().map(Column::name).toList()
                : rows.columns().stream().map(FileColumn::name).toList();
        if (names.size() != rows.columns().size()) {
            throw PlumblineException.invalid("the file has no header and "
                    + rows.columns().size() + " columns, where the dataset has " + names.size());
        }
        Map<String, FileColumn> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), rows.columns().get(i));
        }
        return columns;
    }

    private void keep(Schema schema) throws SQLException {
        for (Map.Entry<String, FileColumn> column : columns.entrySet()) {
            Optional<ValueType> known = schema.column(column.getKey()).map(Column::type);
            boolean wanted =
                    fields.keeps(column.getKey(), schema) && (known.isPresent() || hasValues(column.getValue()));
            if (wanted) {
                ValueType type = known.orElseGet(() -> Conversion.natural(column.getValue()));
                kept.put(column.getKey(), Conversion.of(column.getValue(), type));
            }
        }
    }

    /** A column of text without any value is of no type: the next file may bring numbers. */
    private boolean hasValues(FileColumn column) throws SQLException {
        String any = "SELECT count(*) FROM (SELECT 1 FROM " + rows.source() + " WHERE " + column.identifier()
                + " IS NOT NULL LIMIT 1)";
        return !rows.isText() || number(any) > 0;
    }

    /** The types of the columns that records will have, by name. */
    Map<String, ValueType> types() {
        Map<String, ValueType> types = new LinkedHashMap<>();
        kept.forEach((name, conversion) -> types.put(name, conversion.type()));
        return types;
    }

    Imported write(Path path) {
        ParquetOutput output = new ParquetOutput(database, path, ParquetOutput.Packing.LIGHT);
        try {
            if (rows.count() == 0) {
                throw PlumblineException.invalid("the file has no rows");
            }
            String time = SystemColumn.EVENT_TIME.physical();
            Written written =
                    output.write(query(), new Bindings(), rowBytes(), time, this::requireDistinctIds, this::failure);
            return new Imported(types(), written);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private String query() {
        List<String> values = fieldValues();
        ColumnNames names = new ColumnNames();
        kept.forEach(
                (name, conversion) -> values.add(strict(conversion) + " AS " + Sql.identifier(names.physical(name))));
        // Without times of their own all rows are of one time, and come in their order.
        String order = time.isPresent() ? " ORDER BY 2, 5" : "";
        return "SELECT " + String.join(", ", values) + " FROM " + rows.source() + order;
    }

    /** What every record has, in the order of {@link SystemColumn}. */
    private List<String> fieldValues() {
        String received = "make_timestamp(" + Instants.micros(arrival.receivedAt()) + ")";
        String numbered = Sql.literal(arrival.idPrefix() + "-") + " || (" + rows.place() + " + 1)";
        List<String> values = new ArrayList<>();
        add(values, SystemColumn.RECORD_ID, orElse(id, numbered));
        add(values, SystemColumn.EVENT_TIME, orElse(time, received));
        add(values, SystemColumn.RECEIVED_AT, received);
        add(values, SystemColumn.TRANSACTION, orElse(transaction, "CAST(NULL AS VARCHAR)"));
        add(values, SystemColumn.SEQUENCE, "CAST(" + rows.place() + " AS BIGINT)");
        add(values, SystemColumn.ANNOTATIONS, "CAST(NULL AS " + SystemColumn.ANNOTATIONS.sqlType() + ")");
        return values;
    }

    private String orElse(Optional<Conversion> given, String otherwise) {
        return given.map(this::strict)
                .map(value -> "coalesce(" + value + ", " + otherwise + ")")
                .orElse(otherwise);
    }

    private static void add(List<String> values, SystemColumn column, String value) {
        values.add(value + " AS " + Sql.identifier(column.physical()));
    }

    private String strict(Conversion conversion) {
        return conversion.strict(Sql.literal(MARK));
    }

    /** By the first rows: to read all of them for it would take as long as to write them. */
    private double rowBytes() throws SQLException {
        String sql = "SELECT CAST(coalesce(avg(length(CAST(v AS VARCHAR))), 0) AS BIGINT) FROM "
                + rows.first(WEIGHED_ROWS) + " AS v";
        return Math.max(LEAST_BYTES_OF_VALUE * columns.size(), (double) number(sql));
    }

    private long number(String sql) throws SQLException {
        return database.rows(sql, List.of(), row -> row.getLong(1)).getFirst();
    }

    /** Ids are told apart by a hash of each: that takes less memory than the ids. */
    private void requireDistinctIds(Path written) throws SQLException {
        if (id.isEmpty()) {
            return;
        }
        String column = Sql.identifier(SystemColumn.RECORD_ID.physical());
        String from = " FROM read_parquet(" + Sql.path(written.toString()) + ")";
        String distinct = "(SELECT DISTINCT hash(" + column + ")" + from + ")";
        if (number("SELECT count(*) FROM " + distinct) != number("SELECT count(*)" + from)) {
            refuseRepeated(column, from);
        }
    }

    /** Refuses the first id that is there twice; hashes that are equal by chance are no reason. */
    private void refuseRepeated(String column, String from) throws SQLException {
        String name = fields.id().orElseThrow();
        String place = Sql.identifier(SystemColumn.SEQUENCE.physical());
        String repeated = "SELECT " + column + ", min(" + place + ") + 1, max(" + place + ") + 1" + from + " GROUP BY "
                + column + " HAVING count(*) > 1 ORDER BY 3 LIMIT 1";
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

    private static String quoted(String value) {
        return '"' + (value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value) + '"';
    }

    private RuntimeException failure(SQLException failure) {
        if (EngineFailure.isFull(failure)) {
            return EngineFailure.of(failure, List.of());
        }
        try {
            return misfit(failure).orElseGet(() -> Importing.refusal(rows.failure(failure)));
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return Importing.refusal(rows.failure(failure));
        }
    }

    /** The first value that is not of the type of its column, where that is what went wrong. */
    private Optional<RuntimeException> misfit(SQLException failure) throws SQLException {
        if (!String.valueOf(failure.getMessage()).contains(MARK)) {
            return Optional.empty();
        }
        Map<String, Conversion> all = new LinkedHashMap<>();
        fields.time().ifPresent(name -> all.put(name, time.orElseThrow()));
        all.putAll(kept);
        for (Map.Entry<String, Conversion> each : all.entrySet()) {
            Optional<RuntimeException> found = misfit(each.getKey(), each.getValue());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<RuntimeException> misfit(String name, Conversion conversion) throws SQLException {
        String sql = "SELECT place + 1, text FROM (SELECT " + rows.place() + " AS place, " + conversion.isMissing()
                + " AS missing, " + conversion.parsed() + " AS parsed, CAST("
                + conversion.column().identifier()
                + " AS VARCHAR) AS text FROM " + rows.source()
                + ") WHERE NOT missing AND parsed IS NULL ORDER BY place LIMIT 1";
        return database
                .rows(sql, List.of(), row -> (RuntimeException) PlumblineException.invalid(
                        name,
                        "row " + row.getLong(1) + ": the column " + name + " takes values of type "
                                + conversion.type().label() + ", not " + quoted(row.getString(2))))
                .stream()
                .findFirst();
    }
}
