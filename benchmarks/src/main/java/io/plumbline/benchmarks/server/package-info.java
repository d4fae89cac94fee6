/** What a server takes in, answers and imports over HTTP, measured beside what its libraries do alone. */
@NullMarked
package io.plumbline.benchmarks.server;

import org.jspecify.annotations.NullMarked;
