package io.plumbline.server.command;

import io.plumbline.measures.comparison.NearestName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The names a user may have meant. */
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
        int limit = Math.max(2, wanted.length() / 2);
        Map<String, Integer> distances = known.stream()
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> NearestName.distance(wanted, name)));
        return distances.entrySet().stream()
                .filter(entry -> entry.getValue() <= limit)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(SHOWN)
                .map(Map.Entry::getKey)
                .toList();
    }
}
