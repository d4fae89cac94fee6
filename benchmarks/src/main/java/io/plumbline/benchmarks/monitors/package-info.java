/** What monitoring costs: monitors without new data, labels joined to predictions. */
@NullMarked
package io.plumbline.benchmarks.monitors;

import org.jspecify.annotations.NullMarked;
