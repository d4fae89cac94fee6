/** Looking at one data set: what condition its columns and its rows are in. */
@NullMarked
package io.plumbline.measures.inspection;

import org.jspecify.annotations.NullMarked;
