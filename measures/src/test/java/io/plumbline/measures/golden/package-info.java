/** Numbers that the reference implementations compute, and the data sets they were computed on. */
@NullMarked
package io.plumbline.measures.golden;

import org.jspecify.annotations.NullMarked;
