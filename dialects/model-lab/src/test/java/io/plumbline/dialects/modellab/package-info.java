/** Tests of the dialect. */
@NullMarked
package io.plumbline.dialects.modellab;

import org.jspecify.annotations.NullMarked;
