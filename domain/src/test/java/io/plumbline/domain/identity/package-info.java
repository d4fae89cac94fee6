/** Identity use cases over memory. */
@NullMarked
package io.plumbline.domain.identity;

import org.jspecify.annotations.NullMarked;
