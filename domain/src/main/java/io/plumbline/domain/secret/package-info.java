/** Credentials for other systems, kept sealed. */
@NullMarked
package io.plumbline.domain.secret;

import org.jspecify.annotations.NullMarked;
