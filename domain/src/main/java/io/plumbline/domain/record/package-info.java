/** Records: rows with an id and an event time, taken in as columns, kept for good, and read back. */
@NullMarked
package io.plumbline.domain.record;

import org.jspecify.annotations.NullMarked;
