/** Who calls: credentials in requests, the tokens that this server signs, and the port that finds the caller. */
@NullMarked
package io.plumbline.http.credential;

import org.jspecify.annotations.NullMarked;
