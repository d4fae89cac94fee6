package io.plumbline.compute.duckdb;

import java.util.Collection;
import java.util.stream.Collectors;

/** Puts names and texts into SQL. Nothing that comes from a user or a file gets into a statement but through here. */
public final class Sql {
    private Sql() {}

    /** A quoted identifier. */
    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A quoted text. */
    public static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** A quoted path that DuckDB takes as it is, even where it contains what would be a pattern. */
    public static String path(String path) {
        return literal(path.replaceAll("([\\[*?])", "[$1]"));
    }

    /** A list of quoted paths. */
    public static String paths(Collection<String> paths) {
        return paths.stream().map(Sql::path).collect(Collectors.joining(", ", "[", "]"));
    }
}
