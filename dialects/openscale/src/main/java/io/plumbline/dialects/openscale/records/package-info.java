/** Records of OpenScale: the formats they come in and go out in, filters, changes and distributions. */
@NullMarked
package io.plumbline.dialects.openscale.records;

import org.jspecify.annotations.NullMarked;
