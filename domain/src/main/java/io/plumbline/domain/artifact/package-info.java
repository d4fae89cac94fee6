/** Files that runs and models keep: listed in an index by their paths, with their bytes in blobs that know no paths. */
@NullMarked
package io.plumbline.domain.artifact;

import org.jspecify.annotations.NullMarked;
