/** How strongly the two sides of a table of counts depend on each other. */
@NullMarked
package io.plumbline.measures.association;

import org.jspecify.annotations.NullMarked;
