/** Other systems: databases, platforms that score, systems to integrate with. */
@NullMarked
package io.plumbline.domain.connection;

import org.jspecify.annotations.NullMarked;
