/** How much is used. */
@NullMarked
package io.plumbline.domain.usage;

import org.jspecify.annotations.NullMarked;
