/** Keys, seals and tokens. */
@NullMarked
package io.plumbline.server.secret;

import org.jspecify.annotations.NullMarked;
