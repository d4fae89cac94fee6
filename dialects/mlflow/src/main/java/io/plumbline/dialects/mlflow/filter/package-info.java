/** MLflow's language of filters and orders. */
@NullMarked
package io.plumbline.dialects.mlflow.filter;

import org.jspecify.annotations.NullMarked;
