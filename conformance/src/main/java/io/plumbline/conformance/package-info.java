/** Black-box suites: what a client of each dialect does, and what it must be answered. */
@NullMarked
package io.plumbline.conformance;

import org.jspecify.annotations.NullMarked;
