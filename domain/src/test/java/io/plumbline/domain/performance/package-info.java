/** Profiles by hour. */
@NullMarked
package io.plumbline.domain.performance;

import org.jspecify.annotations.NullMarked;
