/** Accounts and logins over memory. */
@NullMarked
package io.plumbline.domain.account;

import org.jspecify.annotations.NullMarked;
