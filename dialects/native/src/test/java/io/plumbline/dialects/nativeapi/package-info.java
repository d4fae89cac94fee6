/** Tests of the native dialect. */
@NullMarked
package io.plumbline.dialects.nativeapi;

import org.jspecify.annotations.NullMarked;
