package io.plumbline.measures.performance;

import io.plumbline.measures.summary.ScoreGrid;
import io.plumbline.measures.summary.ScoreTable;
import io.plumbline.measures.summary.ScoreTableBuilder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts labelled rows by the probability of each of some classes. Not safe for use by several threads. */
final class ClassScores {
    private final List<String> classes;
    private final List<ScoreTableBuilder> tables;

    ClassScores(MulticlassSpec spec) {
        this.classes = spec.scored();
        this.tables = classes.stream()
                .map(each -> new ScoreTableBuilder(ScoreGrid.PROBABILITIES, spec.exactScores()))
                .toList();
    }

    /**
     * The probabilities that rows bring; none of no class.
     *
     * @throws IllegalArgumentException where they are of more or fewer classes than are kept
     */
    double[][] of(MulticlassRows rows) {
        double[][] probabilities = rows.probabilities() == null ? new double[0][] : rows.probabilities();
        if (probabilities.length > 0 && probabilities.length != classes.size()) {
            throw new IllegalArgumentException("the profile keeps the probabilities of " + classes.size()
                    + " classes, and the rows bring those of " + probabilities.length);
        }
        return probabilities;
    }

    /** Whether a row lacks a probability that is kept. */
    boolean isMissing(double[][] probabilities, int row) {
        for (double[] ofClass : probabilities) {
            if (Double.isNaN(ofClass[row])) {
                return true;
            }
        }
        return probabilities.length < classes.size();
    }

    /** Adds a row that lacks none. */
    void add(double[][] probabilities, int row, String label, double weight) {
        for (int i = 0; i < classes.size(); i++) {
            boolean positive = classes.get(i).equals(label);
            if (weight == 1) {
                tables.get(i).add(probabilities[i][row], positive);
            } else {
                tables.get(i).add(probabilities[i][row], positive, weight);
            }
        }
    }

    /** The tables by the names of the classes in summaries. */
    SortedMap<String, ScoreTable> tables() {
        SortedMap<String, ScoreTable> byName = new TreeMap<>();
        for (int i = 0; i < classes.size(); i++) {
            byName.put(BoundedClasses.nameOf(classes.get(i)), tables.get(i).build());
        }
        return byName;
    }
}
