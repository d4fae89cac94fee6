/** What monitors found: measurements, and metrics over time. */
@NullMarked
package io.plumbline.dialects.openscale.measurements;

import org.jspecify.annotations.NullMarked;
