/** Who measures the built-in monitors: a class for each definition. */
@NullMarked
package io.plumbline.domain.evaluation;

import org.jspecify.annotations.NullMarked;
