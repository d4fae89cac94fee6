package io.plumbline.measures.performance;

import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a multiclass profile keeps.
 *
 * @param maxClasses how many classes are kept in the confusion matrix, at least 2; all others are one
 * @param scored the classes whose probabilities are kept, in the order in which rows give them; empty to keep none. Rows of other
 *     labels count against each
 * @param exactScores how many different probabilities are kept of each class; beyond that they are counted by bin
 */
public record MulticlassSpec(int maxClasses, List<String> scored, int exactScores) {
    static final String MAX_CLASSES = "max_classes";
    private static final String EXACT_SCORES = "exact_scores";

    /** 100 classes, and no probabilities. */
    public static final MulticlassSpec DEFAULT = new MulticlassSpec(100, List.of(), BinarySpec.EXACT_SCORES);

    /** Checks the numbers and the classes. */
    public MulticlassSpec {
        scored = List.copyOf(scored);
        if (maxClasses < 2 || scored.size() == 1) {
            throw new IllegalArgumentException("at least 2 classes are to be kept");
        }
        if (exactScores < 1 || new HashSet<>(scored).size() < scored.size()) {
            throw new IllegalArgumentException("at least one score is to be kept, of classes that differ");
        }
    }

    /** Keeps so many classes. */
    public MulticlassSpec withMaxClasses(int classes) {
        return new MulticlassSpec(classes, scored, exactScores);
    }

    /** Keeps the probabilities of these classes, up to 200 KB for each. */
    public MulticlassSpec withProbabilitiesOf(List<String> classes) {
        return new MulticlassSpec(maxClasses, classes, exactScores);
    }

    /** Keeps so many different probabilities of each class. */
    public MulticlassSpec withExactScores(int scores) {
        return new MulticlassSpec(maxClasses, scored, scores);
    }

    /** Without the classes, which name the tables of their probabilities. */
    SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put(MAX_CLASSES, Integer.toString(maxClasses));
        if (!scored.isEmpty()) {
            settings.put(EXACT_SCORES, Integer.toString(exactScores));
        }
        return settings;
    }
}
