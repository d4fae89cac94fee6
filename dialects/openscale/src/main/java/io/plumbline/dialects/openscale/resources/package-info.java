/** Data marts, service providers, integrated systems, spaces, secrets, preferences, usage and the list of monitor definitions. */
@NullMarked
package io.plumbline.dialects.openscale.resources;

import org.jspecify.annotations.NullMarked;
