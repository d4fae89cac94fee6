/** How results reach the user: text, JSON, files and the terminal. */
@NullMarked
package io.plumbline.server.output;

import org.jspecify.annotations.NullMarked;
