package io.plumbline.compute.duckdb;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.TableColumn;
import io.plumbline.measures.table.TableException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds out the columns of a relation. */
final class SourceColumns {
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
        String description = " FROM (DESCRIBE FROM " + relation.name() + ")";
        List<String> names = database.texts("SELECT column_name" + description);
        List<String> types = database.texts("SELECT column_type" + description);
        requireDeclared(location, names);
        Map<String, SourceColumn> columns = LinkedHashMap.newLinkedHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), column(names.get(i), SourceType.of(types.get(i))));
        }
        return columns;
    }

    private void requireDeclared(String location, List<String> names) {
        Set<String> unknown = new TreeSet<>(schema.columns().keySet());
        names.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new TableException(location + ": has no column '" + String.join("', '", unknown)
                    + "', which the schema declares. It has " + listed(names) + ".");
        }
    }

    private static String listed(List<String> names) {
        int shown = Math.min(names.size(), 10);
        return "'" + String.join("', '", names.subList(0, shown)) + "'"
                + (shown < names.size() ? " and " + (names.size() - shown) + " more" : "");
    }

    private SourceColumn column(String name, SourceType source) throws SQLException {
        ColumnType type = schema.of(name).flatMap(Schema.Declared::type).orElse(natural(name, source));
        ColumnRole role = schema.of(name).flatMap(Schema.Declared::role).orElse(ColumnRole.FEATURE);
        return new SourceColumn(new TableColumn(name, type, role), source);
    }

    private ColumnType natural(String name, SourceType source) throws SQLException {
        return source == SourceType.WIDE_WHOLE && fitsInteger(name) ? ColumnType.INTEGER : source.natural();
    }

    private boolean fitsInteger(String name) throws SQLException {
        String column = Sql.identifier(name);
        return database.number("SELECT CASE WHEN count(" + column + ") = count(TRY_CAST(" + column
                        + " AS BIGINT)) THEN 1::BIGINT" + " ELSE 0::BIGINT END FROM " + relation.name())
                == 1;
    }
}
