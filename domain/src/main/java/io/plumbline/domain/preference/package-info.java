/** Settings that users keep for themselves. */
@NullMarked
package io.plumbline.domain.preference;

import org.jspecify.annotations.NullMarked;
