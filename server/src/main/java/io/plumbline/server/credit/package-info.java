/** The demo: a credit model under watch that goes wrong on known days. */
@NullMarked
package io.plumbline.server.credit;

import org.jspecify.annotations.NullMarked;
