/** Ids, failures and what all capabilities share. */
@NullMarked
package io.plumbline.domain;

import org.jspecify.annotations.NullMarked;
