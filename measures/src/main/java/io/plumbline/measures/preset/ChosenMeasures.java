package io.plumbline.measures.preset;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.Measures;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A preset that names measures by their ids and looks them up when it is asked.
 *
 * @param name by which users ask for it
 * @param description in one sentence
 * @param choice of ids for a reference and a current column, the deciding one first
 * @param driftedShare from which share of drifted columns on the data set has drifted
 * @param correction of p-values
 */
record ChosenMeasures(
        String name,
        String description,
        BiFunction<ColumnData, ColumnData, List<String>> choice,
        double driftedShare,
        Correction correction)
        implements Preset {

    /** Without a correction of p-values, as all the reference tools have it; a data set has drifted when half its columns have. */
    static ChosenMeasures of(String name, String description, BiFunction<ColumnData, ColumnData, List<String>> choice) {
        return new ChosenMeasures(name, description, choice, 0.5, Correction.NONE);
    }

    /** One choice for numeric columns and one for categories. */
    static BiFunction<ColumnData, ColumnData, List<String>> byKind(List<String> numeric, List<String> categorical) {
        return (reference, current) -> reference.type().isNumeric() ? numeric : categorical;
    }

    @Override
    public List<Measure> measuresFor(ColumnData reference, ColumnData current) {
        return choice.apply(reference, current).stream().map(Measures::require).toList();
    }
}
