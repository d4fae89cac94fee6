@NullMarked
package io.plumbline.measures.preset;

import org.jspecify.annotations.NullMarked;
