/** Passwords and logins. */
@NullMarked
package io.plumbline.domain.identity;

import org.jspecify.annotations.NullMarked;
