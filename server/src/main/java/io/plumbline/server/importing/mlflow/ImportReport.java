package io.plumbline.server.importing.mlflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What came and what did not, with the reason. */
final class ImportReport {
    private static final int SHOWN = 20;

    private final Map<String, Long> came = new LinkedHashMap<>();
    private final Map<String, Long> known = new LinkedHashMap<>();
    private final Map<String, List<String>> left = new TreeMap<>();
    private boolean refused;

    /** Something came. */
    void came(String kind, long count) {
        came.merge(kind, count, Long::sum);
    }

    /** Something came, or was there already. */
    void note(String kind, boolean there) {
        if (there) {
            known(kind);
        } else {
            came(kind, 1);
        }
    }

    /** Something was there already. */
    void known(String kind) {
        known.merge(kind, 1L, Long::sum);
    }

    /** Something did not come. */
    void left(String what, String reason) {
        left.computeIfAbsent(reason, absent -> new ArrayList<>()).add(what);
    }

    /** The server refused something. */
    void refused(String what, RefusedRequestException why) {
        refused = true;
        left(what, "Refused: " + why.getMessage());
    }

    /** Whether the server refused nothing. */
    boolean isWhole() {
        return !refused;
    }

    /** The report, a line each. */
    List<String> lines() {
        Stream<String> heads =
                Stream.of(counts("Came", came), counts("There already", known)).filter(line -> !line.isEmpty());
        Stream<String> reasons = left.entrySet().stream()
                .map(entry -> "Did not come: " + names(entry.getValue()) + ". " + entry.getKey());
        return Stream.concat(heads, reasons).toList();
    }

    private static String counts(String head, Map<String, Long> counts) {
        return counts.isEmpty()
                ? ""
                : head + ": "
                        + String.join(
                                ", ",
                                counts.entrySet().stream()
                                        .map(entry -> entry.getValue() + " " + entry.getKey())
                                        .toList())
                        + ".";
    }

    private static String names(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }
}
