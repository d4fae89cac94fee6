package io.plumbline.measures.fairness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which groups are compared by a feature.
 *
 * @param feature the feature's name
 * @param monitored the groups that may be at a disadvantage ("minority")
 * @param reference the groups that they are compared with, all together ("majority")
 */
public record FairnessSpec(String feature, List<Group> monitored, List<Group> reference) {
    /** In place of a group's number: the row is in no group. */
    public static final int NO_GROUP = -1;
    /** In place of a group's number: the feature has no value. */
    public static final int MISSING = -2;

    private static final String MONITORED = "monitored ";
    private static final String REFERENCE = "reference ";

    /**
     * Keeps unmodifiable copies.
     *
     * @throws IllegalArgumentException where a side has no group, or a value would be in two groups
     */
    public FairnessSpec {
        monitored = List.copyOf(monitored);
        reference = List.copyOf(reference);
        if (monitored.isEmpty() || reference.isEmpty()) {
            throw new IllegalArgumentException("by " + feature + " at least one group is to be compared with another");
        }
        requireApart(
                feature, Stream.concat(monitored.stream(), reference.stream()).toList());
    }

    private static void requireApart(String feature, List<Group> groups) {
        for (int i = 0; i < groups.size(); i++) {
            for (Group other : groups.subList(i + 1, groups.size())) {
                if (groups.get(i).overlaps(other)) {
                    throw new IllegalArgumentException("by " + feature + " a row could be of the groups "
                            + groups.get(i).label() + " and " + other.label());
                }
            }
        }
    }

    /** The monitored groups, then those of the reference: a group's number is its place here. */
    public List<Group> groups() {
        return Stream.concat(monitored.stream(), reference.stream()).toList();
    }

    /** The number of each row's group, {@link #NO_GROUP} or {@link #MISSING}, for a feature of texts. */
    public int[] texts(String[] values, BitSet missing) {
        Map<String, Integer> known = new HashMap<>();
        int[] numbers = new int[values.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = missing.get(row) ? MISSING : known.computeIfAbsent(values[row], this::ofText);
        }
        return numbers;
    }

    /** The same for a feature of numbers; NaN is missing. */
    public int[] numbers(double[] values, BitSet missing) {
        List<Group> groups = groups();
        int[] numbers = new int[values.length];
        for (int row = 0; row < numbers.length; row++) {
            double value = values[row];
            boolean known = !missing.get(row) && !Double.isNaN(value);
            numbers[row] = known ? first(groups, group -> group.hasNumber(value)) : MISSING;
        }
        return numbers;
    }

    /** The same for a feature of whole numbers. */
    public int[] integers(long[] values, BitSet missing) {
        double[] nearest = new double[values.length];
        for (int row = 0; row < nearest.length; row++) {
            nearest[row] = values[row];
        }
        return numbers(nearest, missing);
    }

    /** The same for a feature of truth values, which are called {@code true} and {@code false}. */
    public int[] booleans(boolean[] values, BitSet missing) {
        String[] texts = new String[values.length];
        for (int row = 0; row < texts.length; row++) {
            texts[row] = Boolean.toString(values[row]);
        }
        return texts(texts, missing);
    }

    private int ofText(String value) {
        return first(groups(), group -> group.hasText(value));
    }

    private static int first(List<Group> groups, Predicate<Group> belongs) {
        for (int number = 0; number < groups.size(); number++) {
            if (belongs.test(groups.get(number))) {
                return number;
            }
        }
        return NO_GROUP;
    }

    SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("feature", feature);
        for (int i = 0; i < monitored.size(); i++) {
            settings.put(MONITORED + i, written(monitored.get(i)));
        }
        for (int i = 0; i < reference.size(); i++) {
            settings.put(REFERENCE + i, written(reference.get(i)));
        }
        return settings;
    }

    private static String written(Group group) {
        if (group instanceof Group.Range range) {
            return "range " + range.least() + " " + range.greatest();
        }
        return "value " + group.label();
    }

    /** Reads what {@link #settings()} wrote; fails with an {@link IllegalArgumentException} for anything else. */
    static FairnessSpec of(SortedMap<String, String> settings) {
        String feature = settings.getOrDefault("feature", "");
        return new FairnessSpec(feature, read(settings, MONITORED), read(settings, REFERENCE));
    }

    private static List<Group> read(SortedMap<String, String> settings, String side) {
        List<Group> groups = new ArrayList<>();
        for (String text = settings.get(side + 0); text != null; text = settings.get(side + groups.size())) {
            groups.add(read(text));
        }
        return groups;
    }

    private static Group read(String text) {
        if (text.startsWith("value ")) {
            return new Group.Value(text.substring("value ".length()));
        }
        String[] parts = text.split(" ");
        if (parts.length != 3) {
            throw new IllegalArgumentException("'" + text + "' is no group");
        }
        return new Group.Range(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }
}
