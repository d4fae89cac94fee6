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
    private static final double LEAST_BYTES_OF_VALUE = 8;
    private static final int WEIGHED_ROWS = 2048;

    private final Database database;
    private final FileRows rows;
    private final Map<String, FileColumn> columns;
    private final FieldColumns fields;
    private final IncomingFields system;
    private final Map<String, Conversion> kept = new LinkedHashMap<>();

    IncomingRows(Database database, FileRows rows, IncomingFile file, Schema schema, Arrival arrival) {
        this.database = database;
        this.rows = rows;
        columns = named(rows, file, schema);
        fields = file.fields().among(columns.keySet(), schema);
        system = IncomingFields.of(database, rows, columns, fields, arrival);
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
        String any = "SELECT count(*) FROM (SELECT 1 FROM " + rows.known() + " WHERE " + column.identifier()
                + " IS NOT NULL LIMIT 1)";
        return !rows.isText() || number(any) > 0;
    }

    /** Whether rows lie in the order of their times, or have none, as far as is known. */
    boolean areInOrder() {
        return system.numbers() == RowNumbers.BY_PLACE;
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
            if (rows.isEmpty()) {
                throw PlumblineException.invalid("the file has no rows");
            }
            String time = SystemColumn.EVENT_TIME.physical();
            Written written = output.write(query(), new Bindings(), rowBytes(), time, this::inspect, this::failure);
            return new Imported(types(), written);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private String query() {
        List<String> values = new ArrayList<>(system.values());
        ColumnNames names = new ColumnNames();
        kept.forEach(
                (name, conversion) -> values.add(conversion.strict() + " AS " + Sql.identifier(names.physical(name))));
        return "SELECT " + String.join(", ", values) + " FROM " + rows.source() + system.order();
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

    private void inspect(Path written) throws SQLException {
        if (rows.isStream() && fields.time().isPresent()) {
            requireOrder(written);
        }
        if (fields.id().isPresent()) {
            new RepeatedIds(database, fields.id().get(), system.numbers()).refuseIn(written);
        }
    }

    private void requireOrder(Path written) throws SQLException {
        String time = Sql.identifier(SystemColumn.EVENT_TIME.physical());
        if (!TimeOrder.holds(database, time, "read_parquet(" + Sql.path(written.toString()) + ")")) {
            throw new SQLException("only the first rows are in the order of their times");
        }
    }

    private RuntimeException failure(SQLException failure) {
        if (EngineFailure.isFull(failure)) {
            return EngineFailure.of(failure, List.of());
        }
        if (rows.isStream()) {
            return new UnlikeFirstRowsException(failure);
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
        if (!String.valueOf(failure.getMessage()).contains(Conversion.MARK)) {
            return Optional.empty();
        }
        Map<String, Conversion> all = new LinkedHashMap<>();
        fields.time().ifPresent(name -> all.put(name, system.time().orElseThrow()));
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
                                + conversion.type().label() + ", not " + RepeatedIds.quoted(row.getString(2))))
                .stream()
                .findFirst();
    }
}
