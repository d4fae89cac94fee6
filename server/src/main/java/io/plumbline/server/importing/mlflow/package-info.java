/** Bringing experiments, runs, artifacts and registered models from MLflow to a server, by its MLflow API. */
@NullMarked
package io.plumbline.server.importing.mlflow;

import org.jspecify.annotations.NullMarked;
