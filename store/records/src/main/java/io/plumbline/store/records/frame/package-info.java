/** What the record store writes into the intake log, and its bytes. */
@NullMarked
package io.plumbline.store.records.frame;

import org.jspecify.annotations.NullMarked;
