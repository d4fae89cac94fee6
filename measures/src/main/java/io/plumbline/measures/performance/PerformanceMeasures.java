package io.plumbline.measures.performance;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every measure of performance there is, by the kind of profile that it takes. */
public final class PerformanceMeasures {
    /** How many of the best places of a ranking are looked at unless said otherwise. */
    public static final int PLACES = 10;

    private static final List<PerformanceMeasure<BinaryProfile>> BINARY = Stream.of(
                    BinaryMeasures.measures(), ScoreMeasures.measures(), ProbabilityMeasures.measures())
            .flatMap(List::stream)
            .toList();
    private static final List<PerformanceMeasure<MulticlassProfile>> MULTICLASS = MulticlassMeasures.measures();
    private static final List<PerformanceMeasure<RegressionProfile>> REGRESSION = RegressionMeasures.measures();

    private PerformanceMeasures() {}

    /** Of two classes. */
    public static List<PerformanceMeasure<BinaryProfile>> binary() {
        return BINARY;
    }

    /** Of several classes. */
    public static List<PerformanceMeasure<MulticlassProfile>> multiclass() {
        return MULTICLASS;
    }

    /** Of numbers. */
    public static List<PerformanceMeasure<RegressionProfile>> regression() {
        return REGRESSION;
    }

    /**
     * Of rankings.
     *
     * @param k how many of the best places are looked at
     */
    public static List<PerformanceMeasure<RankingProfile>> ranking(int k) {
        return RankingMeasures.measures(k);
    }

    /** {@code fbeta@1} with another weight of recall against precision than 2. */
    public static PerformanceMeasure<BinaryProfile> fBeta(double beta) {
        return BinaryMeasures.fBeta(beta);
    }

    /** {@code gain@1} of another share of all rows than a tenth. */
    public static PerformanceMeasure<BinaryProfile> gain(double share) {
        return ScoreMeasures.gain(share);
    }

    /** {@code lift@1} of another share of all rows than a tenth. */
    public static PerformanceMeasure<BinaryProfile> lift(double share) {
        return ScoreMeasures.lift(share);
    }

    /** {@code ece@1} over another number of bins than 10. */
    public static PerformanceMeasure<BinaryProfile> calibrationError(int bins) {
        return ProbabilityMeasures.calibrationError(bins);
    }

    /** The measure with this id among some; without a variant it is {@code @1}. */
    public static <P> Optional<PerformanceMeasure<P>> find(Collection<PerformanceMeasure<P>> among, String id) {
        String full = id.contains("@") ? id : id + "@1";
        return among.stream()
                .filter(measure -> measure.definition().id().toString().equals(full))
                .findFirst();
    }

    /**
     * The measure with this id among some, for code that names one it knows to exist.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static <P> PerformanceMeasure<P> require(Collection<PerformanceMeasure<P>> among, String id) {
        return find(among, id).orElseThrow(() -> new IllegalArgumentException("there is no measure " + id));
    }

    /** Every definition once, by ascending id. */
    public static List<PerformanceDefinition> definitions() {
        Map<String, PerformanceDefinition> byId = new TreeMap<>();
        Stream.of(BINARY, MULTICLASS, REGRESSION, ranking(PLACES))
                .flatMap(List::stream)
                .map(PerformanceMeasure::definition)
                .forEach(definition -> byId.put(definition.id().toString(), definition));
        return byId.values().stream()
                .sorted(Comparator.comparing(PerformanceDefinition::id))
                .toList();
    }
}
