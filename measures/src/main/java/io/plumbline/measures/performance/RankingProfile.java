package io.plumbline.measures.performance;

import io.plumbline.measures.profile.ProfileFormatException;
import io.plumbline.measures.summary.Moment;
import io.plumbline.measures.summary.Summary;
import java.util.Arrays;
import java.util.List;

/** Queries of which items were ranked, summed up: the moments of each query's gain, precision, rank and hit. */
public final class RankingProfile extends PerformanceProfile<RankingProfile> {
    /** Queries left out because none of their items is relevant. */
    public static final String WITHOUT_RELEVANT = "without_relevant";
    /** Items of all queries. */
    public static final String ITEMS = "items";
    /** Items left out because their relevance is missing, negative or infinite. */
    public static final String INVALID_RELEVANCE = "invalid_relevance";

    static final String KIND = "ranking";
    static final String PLACES = "places";
    static final String NDCG = "ndcg";
    static final String MAP = "map";
    static final String MRR = "mrr";
    static final String HIT_RATE = "hit_rate";

    private final List<Integer> places;

    RankingProfile(Summary summary) {
        super(summary);
        this.places = Arrays.stream(summary.settings().getOrDefault(PLACES, "").split(" "))
                .map(Integer::valueOf)
                .toList();
    }

    /**
     * A profile from its bytes.
     *
     * @throws ProfileFormatException where the bytes are no such profile, are damaged or are of a later version
     */
    public static RankingProfile of(byte[] bytes) {
        return read(bytes, KIND, RankingProfile::new);
    }

    @Override
    protected RankingProfile with(Summary newSummary) {
        return new RankingProfile(newSummary);
    }

    /** How many of the best places are looked at: every k of which there are measures at k. */
    public List<Integer> places() {
        return places;
    }

    Moment moment(String name, int k) {
        return summary().moment(name + "@" + k);
    }
}
