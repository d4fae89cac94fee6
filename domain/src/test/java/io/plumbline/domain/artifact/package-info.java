/** Artifacts over stores in memory. */
@NullMarked
package io.plumbline.domain.artifact;

import org.jspecify.annotations.NullMarked;
