package io.plumbline.compute.duckdb;

/**
 * What a data set is in the database: a call that reads Parquet files, or a table of what was parsed. Not a view of Parquet files: of a
 * thousand columns, preparing a query of one takes ten times as long through a view.
 *
 * @param source what to select from: the call, or the table's name, ours, so that it needs no quotes
 * @param kind where it comes from
 */
record Relation(String source, FileKind kind) {
    /** Whether it is a table, to be given up in the end. */
    boolean isStaged() {
        return kind != FileKind.PARQUET;
    }
}
