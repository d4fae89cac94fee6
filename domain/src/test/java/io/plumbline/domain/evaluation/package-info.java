/** What evaluators rest on. */
@NullMarked
package io.plumbline.domain.evaluation;

import org.jspecify.annotations.NullMarked;
