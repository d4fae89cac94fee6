package io.plumbline.measures.preset;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.drift.Measure;
import java.util.List;

/**
 * A preset with another limit for the verdict.
 *
 * @param preset whose choice of measures stays
 * @param driftedShare from which share of drifted columns on the data set counts as drifted
 */
record OtherShare(Preset preset, double driftedShare) implements Preset {

    /** Checks the share. */
    OtherShare {
        if (!(driftedShare > 0 && driftedShare <= 1)) {
            throw new IllegalArgumentException(
                    "the share of drifted columns must be above 0 and at most 1, not " + driftedShare);
        }
    }

    @Override
    public String name() {
        return preset.name();
    }

    @Override
    public String description() {
        return preset.description();
    }

    @Override
    public List<Measure> measuresFor(ColumnData reference, ColumnData current) {
        return preset.measuresFor(reference, current);
    }

    @Override
    public Correction correction() {
        return preset.correction();
    }
}
