/** Comparing two data sets, column by column, to a verdict. */
@NullMarked
package io.plumbline.measures.comparison;

import org.jspecify.annotations.NullMarked;
