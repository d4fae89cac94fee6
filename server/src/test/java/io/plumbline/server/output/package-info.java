/** Tests. */
@NullMarked
package io.plumbline.server.output;

import org.jspecify.annotations.NullMarked;
