/** The Model Lab API of Datadog: reading, searching, starring, pinning and deleting experiments and runs. */
@NullMarked
package io.plumbline.dialects.modellab;

import org.jspecify.annotations.NullMarked;
