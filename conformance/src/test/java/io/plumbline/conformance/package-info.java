/** The suites against a server of this build. */
@NullMarked
package io.plumbline.conformance;

import org.jspecify.annotations.NullMarked;
