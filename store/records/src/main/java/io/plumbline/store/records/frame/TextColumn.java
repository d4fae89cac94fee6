package io.plumbline.store.records.frame;

import java.util.BitSet;
import java.util.HashMap;
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
        Map<String, Integer> dictionary = dictionary(values, missing);
        if (dictionary.isEmpty()) {
            sink.octet(PLAIN);
            for (int row = 0; row < values.length; row++) {
                sink.text(missing.get(row) ? "" : values[row]);
            }
        } else {
            sink.octet(DICTIONARY);
            writeByDictionary(values, missing, dictionary, sink);
        }
    }

    /** The different texts, numbered as they come; empty where a dictionary does not pay. */
    private static Map<String, Integer> dictionary(String[] values, BitSet missing) {
        int limit = Math.min(LARGEST_DICTIONARY, values.length / LEAST_REPEATS);
        Map<String, Integer> dictionary = new HashMap<>();
        for (int row = 0; row < values.length; row++) {
            dictionary.putIfAbsent(missing.get(row) ? "" : values[row], dictionary.size());
            if (dictionary.size() > limit) {
                return Map.of();
            }
        }
        return dictionary;
    }

    private static void writeByDictionary(
            String[] values, BitSet missing, Map<String, Integer> dictionary, ByteSink sink) {
        String[] texts = new String[dictionary.size()];
        dictionary.forEach((text, number) -> texts[number] = text);
        sink.count(texts.length);
        for (String text : texts) {
            sink.text(text);
        }
        for (int row = 0; row < values.length; row++) {
            Integer number = dictionary.get(missing.get(row) ? "" : values[row]);
            sink.count(number == null ? 0 : number);
        }
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
