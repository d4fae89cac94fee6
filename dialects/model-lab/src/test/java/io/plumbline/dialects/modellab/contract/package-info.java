/** The contract of the dialect, held against conventions, the reference, its page and recorded answers. */
@NullMarked
package io.plumbline.dialects.modellab.contract;

import org.jspecify.annotations.NullMarked;
