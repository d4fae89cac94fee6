package io.plumbline.measures.performance;

import io.plumbline.measures.summary.Cell;
import io.plumbline.measures.summary.Mass;
import io.plumbline.measures.summary.MassAccumulator;
import io.plumbline.measures.summary.MomentAccumulator;
import io.plumbline.measures.summary.ScoreTableBuilder;
import io.plumbline.measures.summary.Summary;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds rows up to a binary profile, in memory that does not grow with them. Not safe for use by several threads. */
public final class BinaryProfileBuilder {
    private static final String[] LABELS = {BinaryProfile.NEGATIVE, BinaryProfile.POSITIVE};
    private static final String[] PREDICTIONS = {
        BinaryProfile.NEGATIVE, BinaryProfile.POSITIVE, BinaryProfile.UNPREDICTED
    };
    private static final int UNPREDICTED = 2;

    private final BinarySpec spec;
    private final RowCounts counts = new RowCounts();
    private final MassAccumulator[][] cells = new MassAccumulator[LABELS.length][PREDICTIONS.length];
    private final ScoreTableBuilder scores;
    private final MomentAccumulator logLoss = new MomentAccumulator();
    private final MomentAccumulator brier = new MomentAccumulator();

    /** Starts an empty profile. */
    public BinaryProfileBuilder(BinarySpec spec) {
        this.spec = spec;
        this.scores = new ScoreTableBuilder(spec.grid(), spec.exactScores());
        for (MassAccumulator[] ofLabel : cells) {
            Arrays.setAll(ofLabel, i -> new MassAccumulator());
        }
    }

    /** Adds rows. The arrays are not kept. */
    public void add(BinaryRows rows) {
        counts.add(PerformanceProfile.ROWS, rows.size());
        for (int row = 0; row < rows.size(); row++) {
            byte label = rows.labels()[row];
            double weight = rows.weight(row);
            if (counts.isUsable(weight) && isLabel(label)) {
                add(label, rows.prediction(row), rows.score(row), weight);
            }
        }
    }

    private boolean isLabel(byte label) {
        if (label < 0) {
            counts.add(
                    label == BinaryCodes.MISSING ? PerformanceProfile.MISSING_LABEL : PerformanceProfile.UNKNOWN_LABEL);
        }
        return label >= 0;
    }

    private void add(byte label, byte prediction, double score, double weight) {
        cells[label][column(prediction, score)].add(weight);
        if (Double.isNaN(score)) {
            counts.add(PerformanceProfile.MISSING_SCORE);
            return;
        }
        boolean positive = label == BinaryCodes.POSITIVE;
        if (weight == 1) {
            scores.add(score, positive);
        } else {
            scores.add(score, positive, weight);
        }
        if (score >= 0 && score <= 1) {
            addLosses(score, positive, weight);
        } else {
            counts.add(PerformanceProfile.NOT_A_PROBABILITY);
        }
    }

    private int column(byte prediction, double score) {
        if (prediction >= 0) {
            return prediction;
        }
        if (prediction == BinaryCodes.UNKNOWN) {
            counts.add(PerformanceProfile.UNKNOWN_PREDICTION);
            return UNPREDICTED;
        }
        if (spec.threshold().isPresent() && !Double.isNaN(score)) {
            return score >= spec.threshold().getAsDouble() ? BinaryCodes.POSITIVE : BinaryCodes.NEGATIVE;
        }
        counts.add(PerformanceProfile.MISSING_PREDICTION);
        return UNPREDICTED;
    }

    private void addLosses(double score, boolean positive, double weight) {
        double distance = positive ? 1 - score : score;
        double loss = Losses.logLoss(positive ? score : 1 - score);
        if (weight == 1) {
            logLoss.add(loss);
            brier.add(distance * distance);
        } else {
            logLoss.add(loss, weight);
            brier.add(distance * distance, weight);
        }
    }

    /** The profile of what was added so far; adding more does not change it. */
    public BinaryProfile build() {
        SortedMap<Cell, Mass> masses = new TreeMap<>();
        for (int label = 0; label < LABELS.length; label++) {
            for (int prediction = 0; prediction < PREDICTIONS.length; prediction++) {
                masses.put(new Cell(LABELS[label], PREDICTIONS[prediction]), cells[label][prediction].mass());
            }
        }
        return new BinaryProfile(new Summary(
                BinaryProfile.KIND,
                spec.settings(),
                counts.counts(),
                new TreeMap<>(Map.of(BinaryProfile.LOG_LOSS, logLoss.moment(), BinaryProfile.BRIER, brier.moment())),
                masses,
                new TreeMap<>(Map.of(Summary.SCORE, scores.build()))));
    }
}
