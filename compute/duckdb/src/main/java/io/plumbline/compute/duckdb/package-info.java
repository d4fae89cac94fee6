/** Data sets in files, read as columns by an embedded DuckDB. The only package that knows DuckDB. */
@NullMarked
package io.plumbline.compute.duckdb;

import org.jspecify.annotations.NullMarked;
