package io.plumbline.measures.drift;

import io.plumbline.measures.binning.Binnings;
import io.plumbline.measures.binning.CategoryBinning;
import io.plumbline.measures.drift.CountStatistic.Reading;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;

/**
 * Cramér's V of the table of both samples, corrected for bias: 0 where the distribution does not depend on the sample, 1 where it tells
 * the sample. Source: Bergsma, A bias-correction for Cramér's V and Tschuprow's T (2013).
 */
public final class CramersV {
    private static final Family FAMILY = new Family(
            "cramers_v",
            "Cramér's V, corrected for bias",
            "√(max(0, χ²/n - (k-1)/(n-1)) / min(k̃-1, 1̃)), k̃ = k - (k-1)²/(n-1), 1̃ = 1 - 1/(n-1)",
            Range.UNIT,
            Direction.UP);

    private CramersV() {}

    static List<Measure> measures() {
        return List.of(own(), deepchecks());
    }

    private static Measure own() {
        MeasureDefinition definition = FAMILY.variant(
                "1",
                Threshold.valueAtLeast(0.1),
                Family.ALL,
                "Bergsma, A bias-correction for Cramér's V and Tschuprow's T (2013)");
        return new CountMeasure(
                definition,
                Binnings.own(),
                (reference, current) ->
                        Reading.of(Contingency.of(reference, current).cramersV()));
    }

    private static Measure deepchecks() {
        MeasureDefinition definition = FAMILY.variant(
                "deepchecks-0.19",
                Threshold.valueAtLeast(0.2),
                Family.CATEGORICAL,
                "Deepchecks 0.19, documentation of feature drift, categorical method Cramér's V; samples balanced, all rows"
                        + " instead of a sample, Yates' correction for two categories");
        return new CountMeasure(
                definition,
                CategoryBinning.mergingBelow(0.01),
                (reference, current) ->
                        Reading.of(Contingency.of(reference, current).balanced().cramersVWithYates()));
    }
}
