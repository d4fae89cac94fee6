/** Profiles of labelled records by hour, kept so that a check reads only what changed since the last one. */
@NullMarked
package io.plumbline.domain.performance;

import org.jspecify.annotations.NullMarked;
