/** The OpenScale dialect on the server as it runs, driven over HTTP. */
@NullMarked
package io.plumbline.server.openscale;

import org.jspecify.annotations.NullMarked;
