/** The commands that list monitors of a running server, show how they are, and run them. */
@NullMarked
package io.plumbline.server.monitors;

import org.jspecify.annotations.NullMarked;
