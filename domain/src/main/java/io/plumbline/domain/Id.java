package io.plumbline.domain;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of anything in the core: 96 bits, 32 of seconds and 64 random ones, in the order of time. Dialects dress it up: 24 hex digits, a
 * UUID, or 32 hex digits; each costume is computed, and no table maps them.
 *
 * @param seconds since 1970-01-01T00:00:00Z, unsigned
 * @param random the random part
 */
public record Id(int seconds, long random) implements Comparable<Id> {
    private static final HexFormat DIGITS = HexFormat.of();
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{24}");
    private static final long VERSION = 0x8L << 12;
    private static final long VARIANT = 0x2L << 62;

    /**
     * An id from its 24 lower-case hex digits.
     *
     * @throws IllegalArgumentException where the text is something else
     */
    public static Id of(String hex) {
        return parse(hex).orElseThrow(() -> new IllegalArgumentException("an id has 24 hex digits, not " + hex));
    }

    /** An id from its 24 lower-case hex digits, or empty where the text is something else. */
    public static Optional<Id> parse(String hex) {
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        int seconds = Integer.parseUnsignedInt(hex, 0, 8, 16);
        return Optional.of(new Id(seconds, Long.parseUnsignedLong(hex, 8, 24, 16)));
    }

    /** The id as a UUID of version 8: 96 bits of its own, the spare ones zero. */
    public UUID asUuid() {
        long high =
                (Integer.toUnsignedLong(seconds) << 32) | ((random >>> 48) << 16) | VERSION | ((random >>> 36) & 0xFFF);
        long low = VARIANT | ((random & 0xF_FFFF_FFFFL) << 26);
        return new UUID(high, low);
    }

    /** The id that wears this UUID, or empty where the UUID is none of ours. */
    public static Optional<Id> of(UUID uuid) {
        long high = uuid.getMostSignificantBits();
        long random = ((high >>> 16 & 0xFFFF) << 48)
                | ((high & 0xFFF) << 36)
                | (uuid.getLeastSignificantBits() >>> 26 & 0xF_FFFF_FFFFL);
        Id id = new Id((int) (high >>> 32), random);
        return id.asUuid().equals(uuid) ? Optional.of(id) : Optional.empty();
    }

    @Override
    public int compareTo(Id other) {
        int byTime = Integer.compareUnsigned(seconds, other.seconds);
        return byTime != 0 ? byTime : Long.compareUnsigned(random, other.random);
    }

    /** 24 lower-case hex digits, whose order is that of the ids. */
    @Override
    public String toString() {
        return DIGITS.toHexDigits(seconds) + DIGITS.toHexDigits(random);
    }
}
