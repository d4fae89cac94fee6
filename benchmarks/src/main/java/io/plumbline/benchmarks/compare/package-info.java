/** Whole commands, run as processes of their own beside what DuckDB alone needs to read the same files. */
@NullMarked
package io.plumbline.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
