package io.plumbline.store.records.frame;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bytes of a column of texts: one after the other, or each different one once where that is shorter. */
final class TextColumn {
    private static final int PLAIN = 0;
    private static final int DICTIONARY = 1;

    /** A dictionary pays where texts come back often; more different texts than this are not looked for. */
    private static final int LARGEST_DICTIONARY = 1 << 16;

    private static final int LEAST_REPEATS = 4;

    private TextColumn() {}

    static void write(String[] values, BitSet missing, ByteSink sink) {
        int[] numbers = new int[values.length];
        Map<String, Integer> dictionary = dictionary(values, missing, numbers);
        if (dictionary.isEmpty()) {
            sink.octet(PLAIN);
            for (int row = 0; row < values.length; row++) {
                sink.text(missing.get(row) ? "" : values[row]);
            }
        } else {
            sink.octet(DICTIONARY);
            sink.count(dictionary.size());
            dictionary.keySet().forEach(sink::text);
            for (int number : numbers) {
                sink.count(number);
            }
        }
    }

    /** The different texts, numbered as they come; empty where a dictionary does not pay. Which of them each row has goes into {@code numbers}. */
    private static Map<String, Integer> dictionary(String[] values, BitSet missing, int[] numbers) {
        int limit = Math.min(LARGEST_DICTIONARY, values.length / LEAST_REPEATS);
        Map<String, Integer> dictionary = new LinkedHashMap<>();
        for (int row = 0; row < values.length; row++) {
            int next = dictionary.size();
            Integer known = dictionary.putIfAbsent(missing.get(row) ? "" : values[row], next);
            numbers[row] = known == null ? next : known;
            if (dictionary.size() > limit) {
                return Map.of();
            }
        }
        return dictionary;
    }

    static String[] read(int rows, ByteSource source) {
        return source.octet() == PLAIN ? texts(rows, source) : readByDictionary(rows, source);
    }

    private static String[] texts(int count, ByteSource source) {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = source.text();
        }
        return texts;
    }

    private static String[] readByDictionary(int rows, ByteSource source) {
        String[] texts = texts(source.count(), source);
        String[] values = new String[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = texts[source.count()];
        }
        return values;
    }
}
