/** How points of metrics lie in bytes: what a request logged in a batch, and the history of one metric in blocks. */
@NullMarked
package io.plumbline.store.sql.points;

import org.jspecify.annotations.NullMarked;
