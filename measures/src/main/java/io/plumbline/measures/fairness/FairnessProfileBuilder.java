package io.plumbline.measures.fairness;

import io.plumbline.measures.performance.BinaryCodes;
import io.plumbline.measures.performance.PerformanceProfile;
import io.plumbline.measures.performance.RowCounts;
import io.plumbline.measures.summary.Cell;
import io.plumbline.measures.summary.Mass;
import io.plumbline.measures.summary.MassAccumulator;
import io.plumbline.measures.summary.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds rows up to a fairness profile, in memory that does not grow with them. Not safe for use by several threads. */
public final class FairnessProfileBuilder {
    private static final List<String> PREDICTIONS = List.of(FairnessProfile.UNFAVOURABLE, FairnessProfile.FAVOURABLE);
    private static final List<String> LABELS =
            List.of(FairnessProfile.UNFAVOURABLE, FairnessProfile.FAVOURABLE, FairnessProfile.UNLABELLED);

    private final FairnessSpec spec;
    private final RowCounts counts = new RowCounts();
    /** By group, prediction and label. */
    private final MassAccumulator[] cells;

    /** Starts an empty profile. */
    public FairnessProfileBuilder(FairnessSpec spec) {
        this.spec = spec;
        this.cells = new MassAccumulator[spec.groups().size() * PREDICTIONS.size() * LABELS.size()];
        Arrays.setAll(cells, i -> new MassAccumulator());
    }

    /** Adds rows. The arrays are not kept. */
    public void add(FairnessRows rows) {
        counts.add(PerformanceProfile.ROWS, rows.size());
        for (int row = 0; row < rows.size(); row++) {
            int group = rows.groups()[row];
            byte prediction = rows.predictions()[row];
            double weight = rows.weight(row);
            if (counts.isUsable(weight) && isGroup(group) && isOutcome(prediction)) {
                cells[place(group, prediction, labelOf(rows.label(row)))].add(weight);
            }
        }
    }

    private static int place(int group, int prediction, int label) {
        return (group * PREDICTIONS.size() + prediction) * LABELS.size() + label;
    }

    private boolean isGroup(int group) {
        if (group < 0) {
            counts.add(group == FairnessSpec.MISSING ? FairnessProfile.MISSING_FEATURE : FairnessProfile.NO_GROUP);
        }
        return group >= 0;
    }

    private boolean isOutcome(byte prediction) {
        if (prediction < 0) {
            counts.add(
                    prediction == BinaryCodes.MISSING
                            ? PerformanceProfile.MISSING_PREDICTION
                            : PerformanceProfile.UNKNOWN_PREDICTION);
        }
        return prediction >= 0;
    }

    private int labelOf(byte label) {
        if (label >= 0) {
            return label;
        }
        counts.add(label == BinaryCodes.MISSING ? PerformanceProfile.MISSING_LABEL : PerformanceProfile.UNKNOWN_LABEL);
        return LABELS.indexOf(FairnessProfile.UNLABELLED);
    }

    /** The profile of what was added so far; adding more does not change it. */
    public FairnessProfile build() {
        SortedMap<Cell, Mass> masses = new TreeMap<>();
        for (int place = 0; place < cells.length; place++) {
            int label = place % LABELS.size();
            int prediction = place / LABELS.size() % PREDICTIONS.size();
            int group = place / LABELS.size() / PREDICTIONS.size();
            String column = FairnessProfile.column(PREDICTIONS.get(prediction), LABELS.get(label));
            masses.put(new Cell(Integer.toString(group), column), cells[place].mass());
        }
        return new FairnessProfile(new Summary(
                FairnessProfile.KIND, spec.settings(), counts.counts(), new TreeMap<>(), masses, new TreeMap<>()));
    }
}
