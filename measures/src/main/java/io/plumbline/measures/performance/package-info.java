/**
 * How well predictions agree with what turned out to be true: mergeable profiles of labels, predictions and scores, and the measures of
 * them, each with its definition.
 */
@NullMarked
package io.plumbline.measures.performance;

import org.jspecify.annotations.NullMarked;
