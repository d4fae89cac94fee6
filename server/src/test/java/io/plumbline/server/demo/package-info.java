/** Tests. */
@NullMarked
package io.plumbline.server.demo;

import org.jspecify.annotations.NullMarked;
