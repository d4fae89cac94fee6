/** Planted offenders, by which the architecture rules are shown to catch something. */
@NullMarked
package io.plumbline.dialects.planted;

import org.jspecify.annotations.NullMarked;
