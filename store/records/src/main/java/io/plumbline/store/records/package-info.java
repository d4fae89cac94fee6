/**
 * Keeps records: first in the intake log, where they are acknowledged, then in files that the manifest lists and the engine reads. Files are all that is read, so what waits for a file is
 * flushed before each read.
 */
@NullMarked
package io.plumbline.store.records;

import org.jspecify.annotations.NullMarked;
