package io.plumbline.measures.drift;

import java.util.List;
import java.util.stream.Stream;

/** The measures that are computed of values or moments. */
final class ValueMeasures {
    private ValueMeasures() {}

    static List<Measure> all() {
        return Stream.of(
                        KolmogorovSmirnov.measures(),
                        Wasserstein.measures(),
                        EnergyDistance.measures(),
                        AndersonDarling.measures(),
                        CramerVonMises.measures(),
                        EppsSingleton.measures(),
                        MannWhitney.measures(),
                        StudentT.measures(),
                        MaximumMeanDiscrepancy.measures())
                .flatMap(List::stream)
                .toList();
    }
}
