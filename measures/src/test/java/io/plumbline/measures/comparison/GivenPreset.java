package io.plumbline.measures.comparison;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.Threshold;
import io.plumbline.measures.preset.Correction;
import io.plumbline.measures.preset.Preset;
import java.util.List;

/** A preset of given measures for numbers and for categories, for tests. */
record GivenPreset(List<Measure> numeric, List<Measure> categorical, double driftedShare, Correction correction)
        implements Preset {

    /** By the distance of means and shares, without correction. */
    static GivenPreset byGap() {
        return new GivenPreset(
                List.of(SimpleMeasure.byValue(Threshold.valueAtLeast(0.1))),
                List.of(SimpleMeasure.ofCategories()),
                0.5,
                Correction.NONE);
    }

    @Override
    public String name() {
        return "given";
    }

    @Override
    public String description() {
        return "Measures as given.";
    }

    @Override
    public List<Measure> measuresFor(ColumnData reference, ColumnData current) {
        return reference.type().isNumeric() ? numeric : categorical;
    }
}
