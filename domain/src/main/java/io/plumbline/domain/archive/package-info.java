/** Archives that callers keep for the monitors of a model: bytes that nobody here looks into. */
@NullMarked
package io.plumbline.domain.archive;

import org.jspecify.annotations.NullMarked;
