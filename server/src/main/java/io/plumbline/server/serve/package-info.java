/** The running server: where everything is built, and the command that runs it. */
@NullMarked
package io.plumbline.server.serve;

import org.jspecify.annotations.NullMarked;
