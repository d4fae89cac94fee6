/** Subscriptions and data sets: models and datasets in this dialect's words, and their columns as Spark writes them. */
@NullMarked
package io.plumbline.dialects.openscale.models;

import org.jspecify.annotations.NullMarked;
