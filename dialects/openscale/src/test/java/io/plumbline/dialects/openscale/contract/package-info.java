/** Holds the contract of the dialect to its conventions, to the reference, to recorded answers and to its page. */
@NullMarked
package io.plumbline.dialects.openscale.contract;

import org.jspecify.annotations.NullMarked;
