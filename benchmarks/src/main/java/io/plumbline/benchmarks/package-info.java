/** What the kernels cost, measured side by side with the sum of the same arrays. */
@NullMarked
package io.plumbline.benchmarks;

import org.jspecify.annotations.NullMarked;
