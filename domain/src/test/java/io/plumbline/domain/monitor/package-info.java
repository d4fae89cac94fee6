@NullMarked
package io.plumbline.domain.monitor;

import org.jspecify.annotations.NullMarked;
