/** What commands have in common that speak to a running server: where it is, with which key, and its native API. */
@NullMarked
package io.plumbline.server.remote;

import org.jspecify.annotations.NullMarked;
