/** Tests of the demo's server. */
@NullMarked
package io.plumbline.server.credit;

import org.jspecify.annotations.NullMarked;
