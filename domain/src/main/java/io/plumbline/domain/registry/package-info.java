/** Models that were registered under a name, their versions, and who is in which stage. */
@NullMarked
package io.plumbline.domain.registry;

import org.jspecify.annotations.NullMarked;
