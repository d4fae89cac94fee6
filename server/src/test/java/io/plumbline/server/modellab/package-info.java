/** The Model Lab dialect on the server as it runs, with runs that came in through the MLflow dialect. */
@NullMarked
package io.plumbline.server.modellab;

import org.jspecify.annotations.NullMarked;
