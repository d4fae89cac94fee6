/** The settings of the server: what they mean, where their values come from, and how they are listed. */
@NullMarked
package io.plumbline.server.config;

import org.jspecify.annotations.NullMarked;
