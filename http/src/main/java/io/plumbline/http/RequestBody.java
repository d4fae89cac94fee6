package io.plumbline.http;

import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A body that is read while it comes in.
 *
 * @param contentType of the body
 * @param length in bytes as sent, where it is known
 * @param content inflated, bounded in size and time: reading beyond the bounds throws a {@link io.plumbline.domain.PlumblineException}
 */
public record RequestBody(MediaType contentType, OptionalLong length, InputStream content) {}
