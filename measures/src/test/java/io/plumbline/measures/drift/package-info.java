@NullMarked
package io.plumbline.measures.drift;

import org.jspecify.annotations.NullMarked;
