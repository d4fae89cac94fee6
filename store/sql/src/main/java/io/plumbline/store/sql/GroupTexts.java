package io.plumbline.store.sql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Texts in memory, without an object for each.
 *
 * @param bytes of all in UTF-8, one behind the other
 * @param ends where each of them ends
 */
record GroupTexts(byte[] bytes, int[] ends) {
    private int begin(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }

    /** Whether the text at a place meets a test. */
    boolean matches(int place, TextTest test) {
        return test.matches(bytes, begin(place), ends[place]);
    }

    /** Compares the text at a place with one of others, by their UTF-8. */
    int compare(int place, GroupTexts others, int other) {
        return Arrays.compareUnsigned(
                bytes, begin(place), ends[place], others.bytes, others.begin(other), others.ends[other]);
    }

    /** The text at a place. */
    String text(int place) {
        return new String(bytes, begin(place), ends[place] - begin(place), StandardCharsets.UTF_8);
    }

    /** Takes texts one after the other. */
    static final class Builder {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final IntStream.Builder ends = IntStream.builder();

        void add(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            ends.add(bytes.size());
        }

        GroupTexts build() {
            return new GroupTexts(bytes.toByteArray(), ends.build().toArray());
        }
    }
}
