package io.plumbline.server.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The names a user may have meant, by edit distance (V. Levenshtein, 1966) without regard to case. */
final class Suggestions {
    private static final int SHOWN = 3;

    private Suggestions() {}

    /** A sentence for the end of a message: " Did you mean a or b?", or nothing where no name is near. */
    static String sentence(String wanted, Collection<String> known) {
        List<String> nearest = nearest(wanted, known);
        return nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
    }

    /** Up to three near names, the nearest first. */
    static List<String> nearest(String wanted, Collection<String> known) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        int limit = Math.max(2, wanted.length() / 2);
        Map<String, Integer> distances = known.stream()
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> distance(lower, name.toLowerCase(Locale.ROOT))));
        return distances.entrySet().stream()
                .filter(entry -> entry.getValue() <= limit)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(SHOWN)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int i = 1; i <= to.length(); i++) {
            row[i] = i;
        }
        for (int i = 1; i <= from.length(); i++) {
            next(row, from.charAt(i - 1), to);
        }
        return row[to.length()];
    }

    private static void next(int[] row, char letter, String to) {
        int diagonal = row[0]++;
        for (int i = 1; i < row.length; i++) {
            int replaced = diagonal + (letter == to.charAt(i - 1) ? 0 : 1);
            diagonal = row[i];
            row[i] = Math.min(replaced, 1 + Math.min(row[i], row[i - 1]));
        }
    }
}
