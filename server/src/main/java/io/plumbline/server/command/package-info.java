/** The commands: what a user may ask for, and what goes wrong with it. */
@NullMarked
package io.plumbline.server.command;

import org.jspecify.annotations.NullMarked;
