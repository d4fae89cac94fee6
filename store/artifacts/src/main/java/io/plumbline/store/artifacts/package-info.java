/** Keeps the bytes of artifacts as files of a folder. */
@NullMarked
package io.plumbline.store.artifacts;

import org.jspecify.annotations.NullMarked;
