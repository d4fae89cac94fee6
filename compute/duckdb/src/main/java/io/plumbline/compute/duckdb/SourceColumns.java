package io.plumbline.compute.duckdb;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.TableColumn;
import io.plumbline.measures.table.TableException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds out the columns of a relation. */
final class SourceColumns {
    /** A text that is a truth value: not "yes" or "t", which DuckDB takes for one too. */
    private static final String TRUTH = "lower(v) IN ('true', 'false')";

    /** A text that is an instant. DuckDB finds those of JSON only where all are written with, or all without fractions of a second. */
    private static final String INSTANT =
            "v LIKE '____-__-__%' AND TRY_CAST(v AS TIMESTAMP WITH TIME ZONE) IS NOT NULL";

    /** Names of columns in a message, at most. */
    private static final int SHOWN = 10;

    private final Database database;
    private final Relation relation;
    private final Schema schema;

    SourceColumns(Database database, Relation relation, Schema schema) {
        this.database = database;
        this.relation = relation;
        this.schema = schema;
    }

    /** The columns by name, in order; refuses a schema that declares others. */
    Map<String, SourceColumn> find(String location) throws SQLException {
        Map<String, String> types = database.describe(relation.source());
        requireDeclared(location, types.keySet());
        Map<String, SourceColumn> columns = LinkedHashMap.newLinkedHashMap(types.size());
        for (Map.Entry<String, String> type : types.entrySet()) {
            columns.put(type.getKey(), column(type.getKey(), SourceType.of(type.getValue())));
        }
        return columns;
    }

    private void requireDeclared(String location, Set<String> names) {
        Set<String> unknown = new TreeSet<>(schema.columns().keySet());
        names.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new TableException(location + ": has no column '" + String.join("', '", unknown)
                    + "', which the schema declares. It has " + listed(names) + ".");
        }
    }

    private static String listed(Set<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining("', '", "'", "'"));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
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
        return source == SourceType.OTHER ? ofTexts(name) : source.natural();
    }

    /** What a format cannot tell from text, or DuckDB tells in its own way. */
    private ColumnType ofTexts(String name) throws SQLException {
        return switch (relation.kind()) {
            case CSV -> areAll(name, TRUTH) ? ColumnType.BOOLEAN : ColumnType.TEXT;
            case JSON -> areAll(name, INSTANT) ? ColumnType.TIMESTAMP : ColumnType.TEXT;
            case PARQUET -> ColumnType.TEXT;
        };
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
