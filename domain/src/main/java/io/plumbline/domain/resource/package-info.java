/** What callers do with resources of any kind. */
@NullMarked
package io.plumbline.domain.resource;

import org.jspecify.annotations.NullMarked;
