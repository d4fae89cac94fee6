/** How MLflow writes ids and statuses. */
@NullMarked
package io.plumbline.dialects.mlflow.spelling;

import org.jspecify.annotations.NullMarked;
