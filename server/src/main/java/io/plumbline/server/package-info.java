/** The command line's entry and the place where its parts are put together. */
@NullMarked
package io.plumbline.server;

import org.jspecify.annotations.NullMarked;
