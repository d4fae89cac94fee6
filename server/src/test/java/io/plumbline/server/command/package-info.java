/** Tests. */
@NullMarked
package io.plumbline.server.command;

import org.jspecify.annotations.NullMarked;
