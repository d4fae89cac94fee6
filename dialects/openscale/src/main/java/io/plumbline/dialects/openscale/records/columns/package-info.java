/** Columns that grow cell by cell while rows are read, typed by the schema or else by their values. */
@NullMarked
package io.plumbline.dialects.openscale.records.columns;

import org.jspecify.annotations.NullMarked;
