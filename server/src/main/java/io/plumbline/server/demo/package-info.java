/** A generated credit data set with a later month in which known things have changed. */
@NullMarked
package io.plumbline.server.demo;

import org.jspecify.annotations.NullMarked;
