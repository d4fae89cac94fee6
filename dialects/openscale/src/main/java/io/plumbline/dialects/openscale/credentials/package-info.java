/** How callers of this dialect log in. */
@NullMarked
package io.plumbline.dialects.openscale.credentials;

import org.jspecify.annotations.NullMarked;
