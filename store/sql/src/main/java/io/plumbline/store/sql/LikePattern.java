package io.plumbline.store.sql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A pattern over UTF-8: {@code ANY} stands for any characters, {@code ONE} for one, and each other byte for itself. */
final class LikePattern implements TextTest {
    private static final int ANY = -1;
    private static final int ONE = -2;

    private final int[] pattern;
    private final boolean inAnyCase;

    private LikePattern(int[] pattern, boolean inAnyCase) {
        this.pattern =
                inAnyCase ? Arrays.stream(pattern).map(LikePattern::folded).toArray() : pattern;
        this.inAnyCase = inAnyCase;
    }

    /** The whole text, with {@code %} for any characters and {@code _} for one. */
    static LikePattern inThisCase(String pattern) {
        return new LikePattern(bytes(pattern).map(LikePattern::wild).toArray(), false);
    }

    /** The same in any case of ASCII. */
    static LikePattern inAnyCase(String pattern) {
        return new LikePattern(bytes(pattern).map(LikePattern::wild).toArray(), true);
    }

    /** Any text with this one in it, in any case of ASCII. */
    static LikePattern containing(String text) {
        IntStream any = IntStream.of(ANY);
        return new LikePattern(
                IntStream.concat(IntStream.concat(any, bytes(text)), IntStream.of(ANY))
                        .toArray(),
                true);
    }

    private static IntStream bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, bytes.length).map(place -> Byte.toUnsignedInt(bytes[place]));
    }

    private static int wild(int unit) {
        return switch (unit) {
            case '%' -> ANY;
            case '_' -> ONE;
            default -> unit;
        };
    }

    private static int folded(int unit) {
        return unit >= 'A' && unit <= 'Z' ? unit + ('a' - 'A') : unit;
    }

    /** Goes back to the last {@code ANY} where the rest does not fit, and lets that stand for one byte more. */
    @Override
    public boolean matches(byte[] bytes, int begin, int end) {
        int at = begin;
        int takenUp = begin;
        int place = 0;
        int lastAny = -1;
        while (at < end) {
            if (place < pattern.length && pattern[place] == ANY) {
                lastAny = place++;
                takenUp = at;
            } else if (place < pattern.length && fits(pattern[place], bytes[at])) {
                at = pattern[place++] == ONE ? afterCharacter(bytes, at, end) : at + 1;
            } else if (lastAny >= 0) {
                place = lastAny + 1;
                at = ++takenUp;
            } else {
                return false;
            }
        }
        return isEnd(place);
    }

    /** Whether nothing more has to come. */
    private boolean isEnd(int place) {
        return Arrays.stream(pattern, place, pattern.length).allMatch(unit -> unit == ANY);
    }

    private boolean fits(int wanted, byte unit) {
        int there = Byte.toUnsignedInt(unit);
        // A character begins at each byte but those of 10xxxxxx.
        return wanted == ONE ? (there & 0xC0) != 0x80 : wanted == (inAnyCase ? folded(there) : there);
    }

    private static int afterCharacter(byte[] bytes, int at, int end) {
        int next = at + 1;
        while (next < end && (bytes[next] & 0xC0) == 0x80) {
            next++;
        }
        return next;
    }
}
