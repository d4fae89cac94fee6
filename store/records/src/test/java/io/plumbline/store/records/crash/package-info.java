/** Processes that are killed on purpose, to see what survives. */
@NullMarked
package io.plumbline.store.records.crash;

import org.jspecify.annotations.NullMarked;
