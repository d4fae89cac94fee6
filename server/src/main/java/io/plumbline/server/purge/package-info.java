/** The command that removes for good what is in the bin of a running server. */
@NullMarked
package io.plumbline.server.purge;

import org.jspecify.annotations.NullMarked;
