package io.plumbline.compute.duckdb;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.TableColumn;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds out the columns of a relation. */
final class SourceColumns {
    /** A text that is a truth value: not "yes" or "t", which DuckDB takes for one too. */
    private static final String TRUTH = "lower(v) IN ('true', 'false')";

    /** A text that is a number: where the first one is infinite, DuckDB takes the column for text. */
    private static final String NUMERIC = "TRY_CAST(v AS DOUBLE) IS NOT NULL";

    /** What is left of an infinite number in a column that has no other, and is therefore taken for instants. */
    private static final String INFINITE = "v IN ('infinity', '-infinity')";

    /** A text that is an instant. DuckDB finds those of JSON only where all are written with, or all without fractions of a second. */
    private static final String INSTANT =
            "v LIKE '____-__-__%' AND TRY_CAST(v AS TIMESTAMP WITH TIME ZONE) IS NOT NULL";

    private final Database database;
    private final Relation relation;
    private final Schema schema;

    SourceColumns(Database database, Relation relation, Schema schema) {
        this.database = database;
        this.relation = relation;
        this.schema = schema;
    }

    /** The columns by name, in order. What the schema says of others has no effect. */
    Map<String, SourceColumn> find() throws SQLException {
        Map<String, String> types = database.describe(relation.source());
        Map<String, SourceColumn> columns = LinkedHashMap.newLinkedHashMap(types.size());
        for (Map.Entry<String, String> type : types.entrySet()) {
            columns.put(type.getKey(), column(type.getKey(), SourceType.of(type.getValue())));
        }
        return columns;
    }

    private SourceColumn column(String name, SourceType source) throws SQLException {
        Optional<ColumnType> declared = schema.of(name).flatMap(Schema.Declared::type);
        ColumnType type = declared.isPresent() ? declared.get() : natural(name, source);
        ColumnRole role = schema.of(name).flatMap(Schema.Declared::role).orElse(ColumnRole.FEATURE);
        return new SourceColumn(new TableColumn(name, type, role), source);
    }

    private ColumnType natural(String name, SourceType source) throws SQLException {
        if (source == SourceType.WIDE_WHOLE) {
            return fitsInteger(name) ? ColumnType.INTEGER : ColumnType.NUMBER;
        }
        if (source == SourceType.INSTANT && relation.kind() == FileKind.CSV && areAll(name, INFINITE)) {
            return ColumnType.NUMBER;
        }
        return source == SourceType.OTHER ? ofTexts(name) : source.natural();
    }

    /** What a format cannot tell from text, or DuckDB tells in its own way. */
    private ColumnType ofTexts(String name) throws SQLException {
        return switch (relation.kind()) {
            case CSV -> ofDelimitedTexts(name);
            case JSON -> areAll(name, INSTANT) ? ColumnType.TIMESTAMP : ColumnType.TEXT;
            case PARQUET -> ColumnType.TEXT;
        };
    }

    private ColumnType ofDelimitedTexts(String name) throws SQLException {
        if (areAll(name, TRUTH)) {
            return ColumnType.BOOLEAN;
        }
        return areAll(name, NUMERIC) ? ColumnType.NUMBER : ColumnType.TEXT;
    }

    private boolean fitsInteger(String name) throws SQLException {
        String column = Sql.identifier(name);
        return holds("count(" + column + ") = count(TRY_CAST(" + column + " AS BIGINT))", relation.source());
    }

    /** Whether there are values and all fulfil a condition; most columns are found out by their first values. */
    private boolean areAll(String name, String condition) throws SQLException {
        return areAllOf(name, condition, " LIMIT 1000") && areAllOf(name, condition, "");
    }

    private boolean areAllOf(String name, String condition, String limit) throws SQLException {
        String column = Sql.identifier(name);
        return holds(
                "coalesce(bool_and(coalesce(" + condition + ", false)), false)",
                "(SELECT CAST(" + column + " AS VARCHAR) AS v FROM " + relation.source() + " WHERE " + column
                        + " IS NOT NULL" + limit + ")");
    }

    private boolean holds(String condition, String from) throws SQLException {
        return database.number("SELECT CAST(" + condition + " AS BIGINT) FROM " + from) == 1;
    }
}
