/** Imports from MLflow, into the server as it runs. */
@NullMarked
package io.plumbline.server.importing.mlflow;

import org.jspecify.annotations.NullMarked;
