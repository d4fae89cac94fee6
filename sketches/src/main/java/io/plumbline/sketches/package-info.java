/** The sketches of a profile, by Apache DataSketches. */
@NullMarked
package io.plumbline.sketches;

import org.jspecify.annotations.NullMarked;
