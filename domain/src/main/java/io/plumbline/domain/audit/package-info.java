/** The log of every change, chained by hashes. */
@NullMarked
package io.plumbline.domain.audit;

import org.jspecify.annotations.NullMarked;
