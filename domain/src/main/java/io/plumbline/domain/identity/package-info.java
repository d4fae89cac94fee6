/** Who calls and what they may do: organizations, users, API keys, roles and grants. */
@NullMarked
package io.plumbline.domain.identity;

import org.jspecify.annotations.NullMarked;
