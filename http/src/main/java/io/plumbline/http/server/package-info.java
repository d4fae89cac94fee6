/** The web server: it finds the route, the caller and the permission of each request, and writes answers, logs and metrics. Helidon shows here alone. */
@NullMarked
package io.plumbline.http.server;

import org.jspecify.annotations.NullMarked;
