/** Tracking of runs over MLflow's API, here and by MLflow's own server. */
@NullMarked
package io.plumbline.benchmarks.experiments;

import org.jspecify.annotations.NullMarked;
