/** Tests of checks. */
@NullMarked
package io.plumbline.domain.check;

import org.jspecify.annotations.NullMarked;
