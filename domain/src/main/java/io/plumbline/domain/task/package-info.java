/** Durable background work. */
@NullMarked
package io.plumbline.domain.task;

import org.jspecify.annotations.NullMarked;
