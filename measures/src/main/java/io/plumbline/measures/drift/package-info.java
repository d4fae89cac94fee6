/** Measures of how far two columns are apart, each with its definition, and the registry of all of them. */
@NullMarked
package io.plumbline.measures.drift;

import org.jspecify.annotations.NullMarked;
