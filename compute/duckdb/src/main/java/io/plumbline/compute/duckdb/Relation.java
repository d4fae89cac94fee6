package io.plumbline.compute.duckdb;

/**
 * What a data set is in the database: a view of Parquet files, or a table of what was parsed.
 *
 * @param name its name, ours, so that it needs no quotes
 * @param kind where it comes from
 */
record Relation(String name, FileKind kind) {
    /** The statement that gives it up. */
    String dropping() {
        return (kind == FileKind.PARQUET ? "DROP VIEW IF EXISTS " : "DROP TABLE IF EXISTS ") + name;
    }
}
