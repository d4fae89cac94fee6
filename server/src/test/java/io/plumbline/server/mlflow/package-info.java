/** The MLflow dialect of a running server: MLflow's own client, permissions, odd requests. */
@NullMarked
package io.plumbline.server.mlflow;

import org.jspecify.annotations.NullMarked;
