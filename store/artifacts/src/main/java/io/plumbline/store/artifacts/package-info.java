/** Keeps the bytes of artifacts as files of a folder, or as objects of an S3-compatible store. */
@NullMarked
package io.plumbline.store.artifacts;

import org.jspecify.annotations.NullMarked;
