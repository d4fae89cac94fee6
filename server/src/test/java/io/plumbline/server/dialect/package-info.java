/** What tests of dialects on the running server share: the server, its contracts, and the suites that hold for every operation. */
@NullMarked
package io.plumbline.server.dialect;

import org.jspecify.annotations.NullMarked;
