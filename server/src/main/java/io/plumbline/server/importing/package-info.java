/** Sending the rows of a file to a running server. */
@NullMarked
package io.plumbline.server.importing;

import org.jspecify.annotations.NullMarked;
