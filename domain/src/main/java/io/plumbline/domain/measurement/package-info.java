/** What monitors measured, kept for good, and the incidents that follow from it. */
@NullMarked
package io.plumbline.domain.measurement;

import org.jspecify.annotations.NullMarked;
