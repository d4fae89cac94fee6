package io.plumbline.store.records.log;

import java.time.Duration;

/**
 * The limits of a log.
 *
 * @param segmentBytes a segment that has reached this size is followed by a new one
 * @param segmentAge so is one whose first frame is older than this
 * @param payloadBytes longest payload
 * @param queuedFrames most frames that wait to be written
 * @param queuedBytes most bytes that wait to be written
 * @param heldBytes most bytes on disk: segments stay until they are consumed
 * @param retryAfter what a refused caller is told to wait
 * @param damage what to do about damage at opening
 */
public record LogSettings(
        long segmentBytes,
        Duration segmentAge,
        int payloadBytes,
        int queuedFrames,
        long queuedBytes,
        long heldBytes,
        Duration retryAfter,
        DamagePolicy damage) {
    private static final int MEGABYTE = 1 << 20;

    public LogSettings {
        require(segmentBytes > 0, "a segment needs room for a frame");
        require(segmentAge.isPositive(), "the age of a segment must be positive");
        require(payloadBytes > 0 && payloadBytes <= FrameFormat.LONGEST_PAYLOAD, "a payload has 1 byte to 512 MB");
        require(queuedFrames > 0, "the queue needs room for a frame");
        require(queuedBytes >= payloadBytes, "the queue needs room for the longest payload");
        require(heldBytes >= segmentBytes + 2L * payloadBytes, "the log needs room for a segment and two payloads");
    }

    /** 64 MB segments of at most ten minutes, payloads up to 64 MB, 64 MB waiting, 1 GB held. */
    public static LogSettings defaults() {
        return new LogSettings(
                64 * MEGABYTE,
                Duration.ofMinutes(10),
                64 * MEGABYTE,
                4096,
                64 * MEGABYTE,
                1024L * MEGABYTE,
                Duration.ofSeconds(1),
                DamagePolicy.REFUSE);
    }

    /** The same with segments of another size. */
    public LogSettings withSegmentBytes(long bytes) {
        return new LogSettings(
                bytes, segmentAge, payloadBytes, queuedFrames, queuedBytes, heldBytes, retryAfter, damage);
    }

    /** The same with segments that live for another time. */
    public LogSettings withSegmentAge(Duration age) {
        return new LogSettings(
                segmentBytes, age, payloadBytes, queuedFrames, queuedBytes, heldBytes, retryAfter, damage);
    }

    /** The same with another longest payload. */
    public LogSettings withPayloadBytes(int bytes) {
        return new LogSettings(
                segmentBytes, segmentAge, bytes, queuedFrames, queuedBytes, heldBytes, retryAfter, damage);
    }

    /** The same with another queue. */
    public LogSettings withQueue(int frames, long bytes) {
        return new LogSettings(segmentBytes, segmentAge, payloadBytes, frames, bytes, heldBytes, retryAfter, damage);
    }

    /** The same with another most on disk. */
    public LogSettings withHeldBytes(long bytes) {
        return new LogSettings(
                segmentBytes, segmentAge, payloadBytes, queuedFrames, queuedBytes, bytes, retryAfter, damage);
    }

    /** The same with another policy for damage. */
    public LogSettings withDamage(DamagePolicy policy) {
        return new LogSettings(
                segmentBytes, segmentAge, payloadBytes, queuedFrames, queuedBytes, heldBytes, retryAfter, policy);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
