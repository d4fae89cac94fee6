package io.plumbline.measures.performance;

import io.plumbline.measures.summary.Cell;
import io.plumbline.measures.summary.Mass;
import io.plumbline.measures.summary.MassAccumulator;
import io.plumbline.measures.summary.MomentAccumulator;
import io.plumbline.measures.summary.Summary;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds rows up to a multiclass profile, in memory that does not grow with them. Not safe for use by several threads. */
public final class MulticlassProfileBuilder {
    private final MulticlassSpec spec;
    private final RowCounts counts = new RowCounts();
    private final Map<String, String> names = new HashMap<>();
    private final Map<Cell, MassAccumulator> cells = new HashMap<>();
    private final MomentAccumulator logLoss = new MomentAccumulator();
    private final ClassScores scores;

    /** Starts an empty profile. */
    public MulticlassProfileBuilder(MulticlassSpec spec) {
        this.spec = spec;
        this.scores = new ClassScores(spec);
    }

    /**
     * Adds rows. The arrays are not kept.
     *
     * @throws IllegalArgumentException where they bring probabilities of more or fewer classes than are kept
     */
    public void add(MulticlassRows rows) {
        double[][] probabilities = scores.of(rows);
        counts.add(PerformanceProfile.ROWS, rows.size());
        for (int row = 0; row < rows.size(); row++) {
            String label = rows.labels()[row];
            double weight = rows.weight(row);
            if (!counts.isUsable(weight)) {
                continue;
            }
            if (label == null) {
                counts.add(PerformanceProfile.MISSING_LABEL);
            } else {
                addCell(label, rows.predictions()[row], weight);
                addLoss(rows.score(row), weight);
                addScores(probabilities, row, label, weight);
            }
        }
    }

    private void addCell(String label, @Nullable String prediction, double weight) {
        if (prediction == null) {
            counts.add(PerformanceProfile.MISSING_PREDICTION);
        }
        String column = prediction == null ? BoundedClasses.UNPREDICTED : name(prediction);
        cells.computeIfAbsent(new Cell(name(label), column), cell -> new MassAccumulator())
                .add(weight);
        if (names.size() / 2 >= spec.maxClasses()) {
            foldOthers();
        }
    }

    private String name(String className) {
        return names.computeIfAbsent(className, BoundedClasses::nameOf);
    }

    private void foldOthers() {
        SortedMap<Cell, Mass> bounded = masses();
        cells.clear();
        names.clear();
        bounded.forEach((cell, mass) ->
                cells.computeIfAbsent(cell, each -> new MassAccumulator()).addAll(mass));
        BoundedClasses.classes(bounded.keySet()).forEach(this::name);
    }

    private SortedMap<Cell, Mass> masses() {
        Map<Cell, Mass> masses = new HashMap<>();
        cells.forEach((cell, mass) -> masses.put(cell, mass.mass()));
        return BoundedClasses.bounded(masses, spec.maxClasses());
    }

    private void addLoss(double score, double weight) {
        if (Double.isNaN(score)) {
            counts.add(PerformanceProfile.MISSING_SCORE);
        } else if (score < 0 || score > 1) {
            counts.add(PerformanceProfile.NOT_A_PROBABILITY);
        } else if (weight == 1) {
            logLoss.add(Losses.logLoss(score));
        } else {
            logLoss.add(Losses.logLoss(score), weight);
        }
    }

    private void addScores(double[][] probabilities, int row, String label, double weight) {
        if (scores.isMissing(probabilities, row)) {
            counts.add(MulticlassProfile.MISSING_PROBABILITIES);
        } else {
            scores.add(probabilities, row, label, weight);
        }
    }

    /** The profile of what was added so far; adding more does not change it. */
    public MulticlassProfile build() {
        return new MulticlassProfile(new Summary(
                MulticlassProfile.KIND,
                spec.settings(),
                counts.counts(),
                new TreeMap<>(Map.of(MulticlassProfile.LOG_LOSS, logLoss.moment())),
                masses(),
                scores.tables()));
    }
}
