/** Baselines: what the records of a model are compared with. */
@NullMarked
package io.plumbline.domain.baseline;

import org.jspecify.annotations.NullMarked;
