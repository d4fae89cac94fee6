/** Blobs in a folder and on a real S3 server, held to their suite. */
@NullMarked
package io.plumbline.store.artifacts;

import org.jspecify.annotations.NullMarked;
