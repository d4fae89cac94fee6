/** What is known of one column of one data set: chunks of values as they arrive, and what a measure may ask of them. */
@NullMarked
package io.plumbline.measures.column;

import org.jspecify.annotations.NullMarked;
