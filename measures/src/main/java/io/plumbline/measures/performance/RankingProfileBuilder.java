package io.plumbline.measures.performance;

import io.plumbline.measures.summary.Moment;
import io.plumbline.measures.summary.MomentAccumulator;
import io.plumbline.measures.summary.Summary;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Adds queries up to a ranking profile, in memory that does not grow with them. Not safe for use by several threads. */
public final class RankingProfileBuilder {
    private final List<Integer> places;
    private final RowCounts counts = new RowCounts();
    private final SortedMap<String, MomentAccumulator> moments = new TreeMap<>();

    /**
     * Starts an empty profile.
     *
     * @param places every k of which measures at k are wanted, each at least 1
     */
    public RankingProfileBuilder(Collection<Integer> places) {
        this.places = List.copyOf(new TreeSet<>(places));
        if (this.places.isEmpty() || this.places.get(0) < 1) {
            throw new IllegalArgumentException("measures at k need a k of at least 1, not " + places);
        }
    }

    /**
     * Adds a query with all its items.
     *
     * @param relevances of the items, 0 for those that are not relevant; NaN where missing
     * @param scores by which the items are ranked, the highest first; NaN where missing
     */
    public void addQuery(double[] relevances, double[] scores) {
        counts.add(PerformanceProfile.ROWS);
        counts.add(RankingProfile.ITEMS, relevances.length);
        double[] usableRelevances = new double[relevances.length];
        double[] usableScores = new double[relevances.length];
        int size = 0;
        for (int item = 0; item < relevances.length; item++) {
            if (isUsable(relevances[item], scores[item])) {
                usableRelevances[size] = relevances[item];
                usableScores[size++] = scores[item];
            }
        }
        add(new RankedQuery(Arrays.copyOf(usableRelevances, size), Arrays.copyOf(usableScores, size)));
    }

    private boolean isUsable(double relevance, double score) {
        boolean valid = relevance >= 0 && relevance < Double.POSITIVE_INFINITY;
        if (!valid) {
            counts.add(RankingProfile.INVALID_RELEVANCE);
        } else if (Double.isNaN(score)) {
            counts.add(PerformanceProfile.MISSING_SCORE);
        }
        return valid && !Double.isNaN(score);
    }

    private void add(RankedQuery query) {
        if (!query.hasRelevant()) {
            counts.add(RankingProfile.WITHOUT_RELEVANT);
            return;
        }
        for (int k : places) {
            add(RankingProfile.NDCG, k, query.ndcg(k));
            add(RankingProfile.MAP, k, query.averagePrecision(k));
            add(RankingProfile.MRR, k, query.reciprocalRank(k));
            add(RankingProfile.HIT_RATE, k, query.hit(k));
        }
    }

    private void add(String name, int k, double value) {
        moments.computeIfAbsent(name + "@" + k, each -> new MomentAccumulator()).add(value);
    }

    /** The profile of what was added so far; adding more does not change it. */
    public RankingProfile build() {
        SortedMap<String, Moment> sums = new TreeMap<>();
        moments.forEach((name, moment) -> sums.put(name, moment.moment()));
        String settings = places.stream().map(String::valueOf).collect(Collectors.joining(" "));
        return new RankingProfile(new Summary(
                RankingProfile.KIND,
                new TreeMap<>(Map.of(RankingProfile.PLACES, settings)),
                counts.counts(),
                sums,
                new TreeMap<>(),
                new TreeMap<>()));
    }
}
