/** Tests of archives. */
@NullMarked
package io.plumbline.domain.archive;

import org.jspecify.annotations.NullMarked;
