/** Models under watch, their columns and the roles of these. */
@NullMarked
package io.plumbline.domain.model;

import org.jspecify.annotations.NullMarked;
