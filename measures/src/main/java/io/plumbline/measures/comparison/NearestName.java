package io.plumbline.measures.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The name that was probably meant, by edit distance (V. Levenshtein, 1966) without regard to case. */
public final class NearestName {
    private NearestName() {}

    /** The nearest of {@code names}, of which there is at least one; the first of several equally near. */
    static String to(String name, List<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .orElseThrow();
    }

    /** How many letters have to be put in, left out or replaced to make one name of the other. */
    public static int distance(String one, String other) {
        return lowerCaseDistance(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    private static int lowerCaseDistance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            next(row, from.charAt(i - 1), to);
        }
        return row[to.length()];
    }

    private static void next(int[] row, char letter, String to) {
        int diagonal = row[0]++;
        for (int j = 1; j < row.length; j++) {
            int substituted = diagonal + (letter == to.charAt(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
        }
    }
}
