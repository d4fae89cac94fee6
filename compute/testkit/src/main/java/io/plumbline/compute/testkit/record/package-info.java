/** What every engine that keeps records in files has to do, as tests to extend. */
@NullMarked
package io.plumbline.compute.testkit.record;

import org.jspecify.annotations.NullMarked;
