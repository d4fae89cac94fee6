/** Mergeable summaries of a column: the exact part, the sketches, their bytes. */
@NullMarked
package io.plumbline.measures.profile;

import org.jspecify.annotations.NullMarked;
