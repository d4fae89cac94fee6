@NullMarked
package io.plumbline.measures.binning;

import org.jspecify.annotations.NullMarked;
