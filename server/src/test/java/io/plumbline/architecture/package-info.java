/** The arrows between modules and packages, held by tests. */
@NullMarked
package io.plumbline.architecture;

import org.jspecify.annotations.NullMarked;
