@NullMarked
package io.plumbline.domain.measurement;

import org.jspecify.annotations.NullMarked;
