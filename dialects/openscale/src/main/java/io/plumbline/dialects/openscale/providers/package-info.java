/** Custom metrics providers: integrated systems that are called to measure a monitor. */
@NullMarked
package io.plumbline.dialects.openscale.providers;

import org.jspecify.annotations.NullMarked;
