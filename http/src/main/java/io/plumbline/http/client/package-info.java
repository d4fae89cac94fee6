/** Calls from this server to others, kept away from where they must not go. */
@NullMarked
package io.plumbline.http.client;

import org.jspecify.annotations.NullMarked;
