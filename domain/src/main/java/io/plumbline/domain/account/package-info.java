/** Managing who may call: users and their grants, API keys, and the first administrator. Every change is written into the audit log. */
@NullMarked
package io.plumbline.domain.account;

import org.jspecify.annotations.NullMarked;
