/** The suites of the ports that keep metadata: each implementation passes them, on each database, in one line. */
@NullMarked
package io.plumbline.store.testkit;

import org.jspecify.annotations.NullMarked;
