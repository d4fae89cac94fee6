package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Input;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;

/**
 * The energy distance, √(2·E|X-Y| - E|X-X'| - E|Y-Y'|), which on the line is √(2·∫(F_r(x) - F_c(x))²dx), F being the cumulated shares.
 * Its unit is the square root of the column's; our own variant divides by the square root of the reference's standard deviation, and
 * so does not depend on the unit.
 *
 * <p>Source: Székely and Rizzo (2013), Energy statistics: a class of statistics based on distances.
 */
final class EnergyDistance {
    private static final String FORMULA = "√(2·∫(F_r(x) - F_c(x))²dx)";
    private static final Family FAMILY =
            new Family("energy", "Energy distance", FORMULA, Range.NON_NEGATIVE, Direction.UP, Input.VALUES);

    private EnergyDistance() {}

    static List<Measure> measures() {
        return List.of(
                NumericMeasure.ofColumns(own(), 1, EnergyDistance::scaled),
                NumericMeasure.ofValues(
                        define(
                                "evidently-0.7",
                                FORMULA,
                                Threshold.valueAbove(0.1),
                                "Evidently 0.7 stattests/energy_distance.py",
                                "the threshold depends on the column's unit"),
                        1,
                        EnergyDistance::raw),
                NumericMeasure.ofValues(
                        define("scipy", FORMULA, Threshold.NONE, "scipy.stats.energy_distance", ""),
                        1,
                        EnergyDistance::raw),
                NumericMeasure.ofValues(
                        define(
                                "frouros",
                                FORMULA,
                                Threshold.NONE,
                                "Frouros EnergyDistance (scipy's, no threshold)",
                                ""),
                        1,
                        EnergyDistance::raw));
    }

    private static MeasureDefinition own() {
        return define(
                "1",
                "√(2·∫(F_r(x) - F_c(x))²dx / sd_r), sd_r the population standard deviation of the reference; of both"
                        + " together where the reference is constant",
                Threshold.valueAtLeast(0.1),
                "Székely and Rizzo 2013",
                "");
    }

    private static MeasureDefinition define(
            String variant, String formula, Threshold threshold, String source, String deviations) {
        return FAMILY.withFormula(formula).deviating(variant, threshold, source, deviations);
    }

    private static Outcome raw(MeasureDefinition definition, Samples samples) {
        return samples.score(definition, Math.sqrt(2 * CumulativeGap.squaredArea(samples)));
    }

    private static Outcome scaled(MeasureDefinition definition, ColumnData reference, ColumnData current) {
        if (!reference.hasValues() || !current.hasValues()) {
            return NumericMeasure.needsValues(definition, reference, current);
        }
        double scale = Wasserstein.ownScale(reference, current);
        if (Double.isInfinite(scale)) {
            return NumericMeasure.tooLarge(definition);
        }
        Samples samples = Samples.of(reference, current);
        double area = CumulativeGap.squaredArea(samples);
        return samples.score(definition, area == 0 ? 0 : Math.sqrt(2 * area / scale))
                .with("scale", scale);
    }
}
