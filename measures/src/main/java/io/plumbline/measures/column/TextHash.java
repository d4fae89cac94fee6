package io.plumbline.measures.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The 64-bit hash by which categories are chosen where there are too many: XXH64 with seed 0 of the UTF-8 text, as its public
 * specification defines it, so that every engine chooses the same.
 */
public final class TextHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long PRIME_1 = 0x9E37_79B1_85EB_CA87L;
    private static final long PRIME_2 = 0xC2B2_AE3D_27D4_EB4FL;
    private static final long PRIME_3 = 0x1656_67B1_9E37_79F9L;
    private static final long PRIME_4 = 0x85EB_CA77_C2B2_AE63L;
    private static final long PRIME_5 = 0x27D4_EB2F_1656_67C5L;
    /** PRIME_1 + PRIME_2, modulo 2^64. */
    private static final long FIRST_LANE = 0x60EA_27EE_ADC0_B5D6L;

    private static final int STRIPE = 32;

    private TextHash() {}

    /** The hash of a text's UTF-8 bytes, to be read as an unsigned number. */
    public static long of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int stripes = utf8.length / STRIPE;
        long hash = (stripes == 0 ? PRIME_5 : stripes(utf8, stripes)) + utf8.length;
        return avalanche(rest(hash, utf8, stripes * STRIPE));
    }

    private static long stripes(byte[] utf8, int stripes) {
        long[] lanes = {FIRST_LANE, PRIME_2, 0, -PRIME_1};
        for (int word = 0; word < stripes * 4; word++) {
            lanes[word & 3] = round(lanes[word & 3], (long) LONGS.get(utf8, word * 8));
        }
        long hash = Long.rotateLeft(lanes[0], 1)
                + Long.rotateLeft(lanes[1], 7)
                + Long.rotateLeft(lanes[2], 12)
                + Long.rotateLeft(lanes[3], 18);
        for (long lane : lanes) {
            hash = (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
        }
        return hash;
    }

    private static long rest(long start, byte[] utf8, int from) {
        long hash = start;
        int at = from;
        for (; at + 8 <= utf8.length; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, (long) LONGS.get(utf8, at)), 27) * PRIME_1 + PRIME_4;
        }
        if (at + 4 <= utf8.length) {
            hash = Long.rotateLeft(hash ^ ((int) INTS.get(utf8, at) & 0xFFFF_FFFFL) * PRIME_1, 23) * PRIME_2 + PRIME_3;
            at += 4;
        }
        for (; at < utf8.length; at++) {
            hash = Long.rotateLeft(hash ^ (utf8[at] & 0xFF) * PRIME_5, 11) * PRIME_1;
        }
        return hash;
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
    }

    private static long avalanche(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * PRIME_2;
        mixed = (mixed ^ (mixed >>> 29)) * PRIME_3;
        return mixed ^ (mixed >>> 32);
    }
}
