/** What every engine that reads data sets has to do, as tests to extend. */
@NullMarked
package io.plumbline.compute.testkit;

import org.jspecify.annotations.NullMarked;
