/** Experiments, their runs, and what runs log: params, tags, metrics and the data they read. */
@NullMarked
package io.plumbline.domain.experiment;

import org.jspecify.annotations.NullMarked;
