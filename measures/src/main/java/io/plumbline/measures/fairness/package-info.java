/** Whether groups of people get favourable outcomes alike: a mergeable profile of outcomes by group, and the measures of it. */
@NullMarked
package io.plumbline.measures.fairness;

import org.jspecify.annotations.NullMarked;
