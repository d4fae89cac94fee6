/** What is wrong with the data itself: missing, constant, duplicated, new, vanished, correlated. */
@NullMarked
package io.plumbline.measures.quality;

import org.jspecify.annotations.NullMarked;
