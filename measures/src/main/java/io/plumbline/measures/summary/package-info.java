/**
 * What profiles of several columns are made of: counts of rows by what they agree in, sums of numbers taken of each row, a table of scores by
 * label, all exact and mergeable, and their bytes.
 */
@NullMarked
package io.plumbline.measures.summary;

import org.jspecify.annotations.NullMarked;
