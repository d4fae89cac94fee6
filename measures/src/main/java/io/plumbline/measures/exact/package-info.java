/** Sums without rounding, and the few numbers that are rounded from them once, at the end. */
@NullMarked
package io.plumbline.measures.exact;

import org.jspecify.annotations.NullMarked;
