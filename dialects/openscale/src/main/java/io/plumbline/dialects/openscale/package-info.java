/** The OpenScale dialect: what all of its operations share. */
@NullMarked
package io.plumbline.dialects.openscale;

import org.jspecify.annotations.NullMarked;
