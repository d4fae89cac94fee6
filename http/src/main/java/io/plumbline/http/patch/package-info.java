/** JSON Patch, RFC 6902. */
@NullMarked
package io.plumbline.http.patch;

import org.jspecify.annotations.NullMarked;
