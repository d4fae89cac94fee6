/** Tests of the commands about monitors, against a running server. */
@NullMarked
package io.plumbline.server.monitors;

import org.jspecify.annotations.NullMarked;
