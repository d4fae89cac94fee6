/**
 * How points of metrics lie in bytes: what a request logged in a batch, the history of one metric in blocks, and the
 * summaries of a run.
 */
@NullMarked
package io.plumbline.store.sql.points;

import org.jspecify.annotations.NullMarked;
