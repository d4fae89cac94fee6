/** Monitor instances: monitors that are enabled for a subscription. */
@NullMarked
package io.plumbline.dialects.openscale.monitors;

import org.jspecify.annotations.NullMarked;
