package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Sql;
import io.plumbline.compute.duckdb.record.Selection.Place;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.record.RecordChange.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes of records that lie over them until they are folded in. They act on every record of their id; of two changes of one field the
 * later counts: that of the later file, and in a file the later row.
 */
final class Changes {
    /** More changes than a file ever has. */
    private static final long PLACES = 1L << 40;

    static final String RECORD_ID = "record_id";
    static final String PART = "part";
    static final String FIELD = "field";
    static final String VALUE = "value";
    static final String AT = "changed_at";
    static final String SEQUENCE = "sequence";

    /** The columns of a file of changes, in the order in which they are written. */
    static final List<String> COLUMNS = List.of(RECORD_ID, PART, FIELD, VALUE, AT, SEQUENCE);

    private final List<Path> files;
    private final Catalog catalog;
    private final Bindings bindings;

    Changes(List<Path> files, Catalog catalog, Bindings bindings) {
        this.files = files;
        this.catalog = catalog;
        this.bindings = bindings;
    }

    /**
     * The rows of some files with their values as they are after the changes. Most rows have none, and are read as if there were no
     * changes at all.
     */
    String applied(RecordRows rows) {
        Map<String, Column> changed = changed(rows.columns());
        if (changed.isEmpty()) {
            return rows.all();
        }
        return catalog.changedPlaces()
                .of(rows.files(), files)
                .map(places -> places.isEmpty()
                        ? rows.all()
                        : "(FROM " + rows.except(places.keySet()) + " UNION ALL FROM "
                                + applied(at(rows, places), rows.columns(), changed) + ")")
                .orElseGet(() -> applied(rows.all(), rows.columns(), changed));
    }

    /** Rows whose ids are known by their places: those of a file need not be read, which would take longer than all the rest. */
    private String at(RecordRows rows, Map<Place, String> ids) {
        List<Place> places = List.copyOf(ids.keySet());
        String files =
                places.stream().map(place -> Integer.toString(place.file())).collect(Collectors.joining(", "));
        String numbers =
                places.stream().map(place -> Long.toString(place.row())).collect(Collectors.joining(", "));
        String texts = bindings.bind(places.stream().map(ids::get).toArray(String[]::new));
        return "(SELECT r.* REPLACE (k.i AS i) FROM " + rows.of(Selection.of(places)) + " AS r JOIN (SELECT unnest(["
                + files + "]::BIGINT[]) AS f, unnest([" + numbers + "]::BIGINT[]) AS n, unnest(" + texts
                + ") AS i) AS k ON k.f = r.f AND k.n = r.n)";
    }

    /** As {@link #applied(RecordRows)}, of some rows. */
    String applied(RecordRows rows, Selection selection) {
        Map<String, Column> changed = changed(rows.columns());
        String base = rows.of(selection);
        return changed.isEmpty() ? base : applied(base, rows.columns(), changed);
    }

    private String applied(String base, Map<String, Column> columns, Map<String, Column> changed) {
        List<String> values = new ArrayList<>();
        for (SystemColumn column : SystemColumn.values()) {
            values.add("b." + column.alias());
        }
        values.add("b.f");
        values.add("b.n");
        columns.forEach((alias, column) ->
                values.add(changed.containsKey(alias) ? value(alias, column) + " AS " + alias : "b." + alias));
        return "(SELECT " + String.join(", ", values) + " FROM " + base + " AS b LEFT JOIN " + latest(changed)
                + " AS o ON o.i = b.i)";
    }

    /** Those columns of which there are changes: without any, records are read as they are. */
    private Map<String, Column> changed(Map<String, Column> columns) {
        Set<String> fields = catalog.changes().fields(files, Part.VALUE);
        Map<String, Column> changed = new LinkedHashMap<>(columns);
        changed.values().removeIf(column -> !fields.contains(column.name()));
        return changed;
    }

    private static String value(String alias, Column column) {
        return "CASE WHEN o." + alias + " IS NULL THEN b." + alias + " ELSE "
                + SqlType.changed("o." + alias + ".v", column.type()) + " END";
    }

    /** A row for each record that was changed: for each column NULL, or a structure of the latest value, which may be NULL. */
    private String latest(Map<String, Column> columns) {
        Map<String, String> names = new LinkedHashMap<>();
        columns.forEach((alias, column) -> names.put(alias, bindings.bind(column.name())));
        String values = names.entrySet().stream()
                .map(name -> "arg_max({'v': " + VALUE + "}, o) FILTER (WHERE " + FIELD + " = " + name.getValue()
                        + ") AS " + name.getKey())
                .collect(Collectors.joining(", "));
        return "(SELECT " + RECORD_ID + " AS i, " + values + " FROM " + all(Part.VALUE) + " WHERE " + FIELD + " IN ("
                + String.join(", ", names.values()) + ") GROUP BY " + RECORD_ID + ")";
    }

    private String all(Part part) {
        return "(SELECT *, CAST(file_index AS BIGINT) * " + PLACES + " + " + SEQUENCE + " AS o FROM read_parquet("
                + Sql.paths(StoredFiles.texts(files)) + ", hive_partitioning = false) WHERE " + PART + " = "
                + bindings.bind(part.name()) + ")";
    }

    /**
     * A relation with its annotations as they are after the changes.
     *
     * @param base records with columns {@code i} and {@code a}, to be kept in an outer order
     */
    String annotated(String base) {
        if (catalog.changes().fields(files, Part.ANNOTATION).isEmpty()) {
            return base;
        }
        return "(SELECT b.* REPLACE (CASE WHEN n.m IS NULL THEN b.a ELSE map_from_entries(list_filter(map_entries("
                + "map_concat(coalesce(b.a, MAP {}), n.m)), lambda e: e.value IS NOT NULL)) END AS a) FROM " + base
                + " AS b LEFT JOIN " + annotations() + " AS n ON n.i = b.i)";
    }

    private String annotations() {
        String latest = "(SELECT " + RECORD_ID + " AS i, " + FIELD + " AS k, arg_max({'v': " + VALUE
                + "}, o).v AS v FROM " + all(Part.ANNOTATION) + " GROUP BY ALL)";
        return "(SELECT i, map(list(k), list(v)) AS m FROM " + latest + " GROUP BY i)";
    }
}
