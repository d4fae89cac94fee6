package io.plumbline.http;

import java.time.Duration;

/**
 * How much of one body is taken.
 *
 * @param bytes at most, inflated
 * @param time in which it must have arrived
 */
record BodyLimit(long bytes, Duration time) {}
