/** The native dialect on the server as it runs: permissions, odd requests. */
@NullMarked
package io.plumbline.server.nativeapi;

import org.jspecify.annotations.NullMarked;
