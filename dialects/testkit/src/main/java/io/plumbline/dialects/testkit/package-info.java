/** What tests of dialects share: reading a contract, and the suites that every contract and its page have to pass. */
@NullMarked
package io.plumbline.dialects.testkit;

import org.jspecify.annotations.NullMarked;
