/** MLflow's REST API over the core: tracking, artifacts and the registry of models. */
@NullMarked
package io.plumbline.dialects.mlflow;

import org.jspecify.annotations.NullMarked;
