package io.plumbline.measures.drift;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every measure there is. A new one is registered by one line in {@link #families()}. */
public final class Measures {
    private static final Map<MeasureId, Measure> BY_ID = index(families());

    private Measures() {}

    private static List<List<Measure>> families() {
        List<List<Measure>> families = new ArrayList<>();
        families.add(PopulationStability.measures());
        families.add(KullbackLeibler.measures());
        families.add(JensenShannon.measures());
        families.add(Hellinger.measures());
        families.add(TotalVariation.measures());
        families.add(LInfinity.measures());
        families.add(Overlap.measures());
        families.add(ChiSquare.measures());
        families.add(LikelihoodRatio.measures());
        families.add(Proportions.measures());
        families.add(FisherExact.measures());
        families.add(CramersV.measures());
        families.add(KolmogorovSmirnov.measures());
        families.add(Wasserstein.measures());
        families.add(EnergyDistance.measures());
        families.add(AndersonDarling.measures());
        families.add(CramerVonMises.measures());
        families.add(EppsSingleton.measures());
        families.add(MannWhitney.measures());
        families.add(StudentT.measures());
        families.add(MaximumMeanDiscrepancy.measures());
        return families;
    }

    private static Map<MeasureId, Measure> index(List<List<Measure>> families) {
        Map<MeasureId, Measure> byId = new TreeMap<>();
        for (List<Measure> family : families) {
            for (Measure measure : family) {
                Measure before = byId.put(measure.definition().id(), measure);
                if (before != null) {
                    throw new IllegalStateException(
                            "two measures are called " + measure.definition().id());
                }
            }
        }
        return Collections.unmodifiableMap(byId);
    }

    /** All measures by ascending id. */
    public static Collection<Measure> all() {
        return BY_ID.values();
    }

    /** The measure with this id. */
    public static Optional<Measure> find(MeasureId id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /**
     * The measure with this id, for code that names one it knows to exist.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Measure require(String id) {
        return find(MeasureId.of(id)).orElseThrow(() -> new IllegalArgumentException("there is no measure " + id));
    }
}
