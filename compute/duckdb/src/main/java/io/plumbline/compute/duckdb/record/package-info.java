/** Records in Parquet files, written and read by an embedded DuckDB. */
@NullMarked
package io.plumbline.compute.duckdb.record;

import org.jspecify.annotations.NullMarked;
