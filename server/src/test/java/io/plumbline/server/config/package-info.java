/** Settings. */
@NullMarked
package io.plumbline.server.config;

import org.jspecify.annotations.NullMarked;
