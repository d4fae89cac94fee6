/** Tests of the command that empties the bin, against a running server. */
@NullMarked
package io.plumbline.server.purge;

import org.jspecify.annotations.NullMarked;
