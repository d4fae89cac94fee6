/** Cutting a column into bins: edges, the policies that place them, and counts over them. */
@NullMarked
package io.plumbline.measures.binning;

import org.jspecify.annotations.NullMarked;
