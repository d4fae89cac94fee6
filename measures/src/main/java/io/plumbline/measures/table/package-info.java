/** The port through which data sets are read, column by column. */
@NullMarked
package io.plumbline.measures.table;

import org.jspecify.annotations.NullMarked;
