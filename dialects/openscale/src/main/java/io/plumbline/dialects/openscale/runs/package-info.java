/** Runs of monitors: what the core calls checks. */
@NullMarked
package io.plumbline.dialects.openscale.runs;

import org.jspecify.annotations.NullMarked;
