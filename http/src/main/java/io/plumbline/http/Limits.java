package io.plumbline.http;

import java.time.Duration;

/**
 * How much of a request is taken.
 *
 * @param jsonBytes the largest body that is read as a whole, inflated
 * @param streamBytes the largest body that is read while it comes in, inflated
 * @param bodyTime in which a body must have arrived
 */
public record Limits(long jsonBytes, long streamBytes, Duration bodyTime) {
    /** 64 MB as a whole, 16 GB as a stream, an hour. */
    public static final Limits DEFAULT = new Limits(64L << 20, 16L << 30, Duration.ofHours(1));
}
