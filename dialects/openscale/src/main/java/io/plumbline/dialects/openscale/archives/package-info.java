/** Archives of drift: kept and handed back as they came. */
@NullMarked
package io.plumbline.dialects.openscale.archives;

import org.jspecify.annotations.NullMarked;
