package io.plumbline.compute.duckdb.record;

/** A set of hashes that may take one for a member that is none, about one of a hundred, and never a member for none. Source: Bloom (1970). */
final class BloomFilter {
    /** Together these give 0.8 % of false answers. */
    private static final int BITS_OF_MEMBER = 10;

    private static final int PROBES = 7;

    private final long[] bits;

    /** An empty one for so many members. */
    BloomFilter(long members) {
        bits = new long[Math.toIntExact(Math.max(1, members * BITS_OF_MEMBER / Long.SIZE + 1))];
    }

    void add(long hash) {
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            bits[bit >>> 6] |= 1L << bit;
        }
    }

    boolean mayContain(long hash) {
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            if ((bits[bit >>> 6] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Two halves of a hash do for any number of probes. Source: Kirsch and Mitzenmacher, Less hashing, same performance (2006). */
    private int bit(long hash, int probe) {
        int step = (int) (hash >>> 32) | 1;
        return (int) (Integer.toUnsignedLong((int) hash + probe * step) % ((long) bits.length * Long.SIZE));
    }

    long bytes() {
        return (long) bits.length * Long.BYTES;
    }
}
