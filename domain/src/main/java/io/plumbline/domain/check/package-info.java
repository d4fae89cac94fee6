/** Checks: single runs of monitors, what is due when, and who measures. */
@NullMarked
package io.plumbline.domain.check;

import org.jspecify.annotations.NullMarked;
