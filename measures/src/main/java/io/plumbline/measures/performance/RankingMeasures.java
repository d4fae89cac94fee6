package io.plumbline.measures.performance;

import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.performance.PerformanceDefinition.Direction;
import io.plumbline.measures.performance.PerformanceDefinition.Task;
import io.plumbline.measures.summary.Moment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What follows from the places of relevant items, as means over the queries that have any. */
final class RankingMeasures {
    private RankingMeasures() {}

    /** Over so many of the best places. */
    static List<PerformanceMeasure<RankingProfile>> measures(int k) {
        return List.of(
                measure(
                        RankingProfile.NDCG,
                        "Normalized discounted cumulative gain",
                        "mean of Σ relevance/log₂(1 + place) over the best k places, by that of the best order",
                        "Järvelin and Kekäläinen (2002); ties: McSherry and Najork (2008)",
                        RankingMeasures::ofMean,
                        k),
                measure(
                        RankingProfile.MAP,
                        "Mean average precision",
                        "mean of Σ precision at the places of relevant items among the best k, by min(k, relevant items)",
                        "Manning, Raghavan and Schütze, Introduction to Information Retrieval (2008)",
                        RankingMeasures::ofMean,
                        k),
                measure(
                        RankingProfile.MRR,
                        "Mean reciprocal rank",
                        "mean of 1/place of the first relevant item, 0 where it is not among the best k",
                        "Voorhees, The TREC-8 question answering track report (1999)",
                        RankingMeasures::ofMean,
                        k),
                measure(
                        RankingProfile.HIT_RATE,
                        "Hit rate",
                        "share of queries with a relevant item among the best k",
                        "Deshpande and Karypis, Item-based top-N recommendation (2004)",
                        ConfidenceInterval::ofShare,
                        k));
    }

    private static Optional<ConfidenceInterval> ofMean(Moment moment) {
        return ConfidenceInterval.ofMean(moment, Range.UNIT);
    }

    private static PerformanceMeasure<RankingProfile> measure(
            String name,
            String title,
            String formula,
            String source,
            Function<Moment, Optional<ConfidenceInterval>> interval,
            int k) {
        PerformanceDefinition definition = PerformanceDefinition.of(
                name + "@1",
                title,
                formula + "; k = 10 unless given",
                Range.UNIT,
                Direction.HIGHER_IS_BETTER,
                Task.RANKING,
                source);
        return PerformanceMeasure.of(definition, profile -> {
            Moment moment = profile.moment(name, k);
            Result result = new Result(definition, profile.sample(moment.rows()));
            if (!profile.places().contains(k)) {
                return result.none(
                        "the profile was not made for the best " + k + " places, but for " + profile.places());
            }
            if (moment.rows() == 0) {
                return result.none(profile.rows() == 0 ? "there are no queries" : "no query has a relevant item");
            }
            return result.score(moment.mean()).with(interval.apply(moment)).with("k", k);
        });
    }
}
