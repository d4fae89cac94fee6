/** The API of our own: what the other dialects do not have. Named so because {@code native} is a word of the language. */
@NullMarked
package io.plumbline.dialects.nativeapi;

import org.jspecify.annotations.NullMarked;
