/** What can be watched: definitions of monitors and their metrics. */
@NullMarked
package io.plumbline.domain.monitor;

import org.jspecify.annotations.NullMarked;
