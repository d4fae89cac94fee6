/** The running server, mostly as a program of its own. */
@NullMarked
package io.plumbline.server.serve;

import org.jspecify.annotations.NullMarked;
