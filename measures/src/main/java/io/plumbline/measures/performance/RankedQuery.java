package io.plumbline.measures.performance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The items of one query in the order of their scores. */
final class RankedQuery {
    private final double[] relevances;
    private final double[] scores;

    /** Orders the items by descending score, equal ones (0.0 and -0.0 among them) as they were given. */
    RankedQuery(double[] relevances, double[] scores) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> 0.0 - scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.relevances = Arrays.stream(order).mapToDouble(i -> relevances[i]).toArray();
        this.scores = Arrays.stream(order).mapToDouble(i -> scores[i]).toArray();
    }

    boolean hasRelevant() {
        return relevant() > 0;
    }

    private long relevant() {
        return Arrays.stream(relevances).filter(relevance -> relevance > 0).count();
    }

    /** Σ relevance/log₂(1 + place) over the best k places, by that of the best order; equal scores share their places. */
    double ndcg(int k) {
        double[] best = relevances.clone();
        Arrays.sort(best);
        double ideal = 0;
        for (int place = 0; place < Math.min(k, best.length); place++) {
            ideal += best[best.length - 1 - place] * discount(place);
        }
        return cumulatedGain(k) / ideal;
    }

    private double cumulatedGain(int k) {
        double gain = 0;
        for (int from = 0, to; from < scores.length; from = to) {
            to = from;
            double relevance = 0;
            double discounts = 0;
            for (; to < scores.length && scores[to] == scores[from]; to++) {
                relevance += relevances[to];
                discounts += to < k ? discount(to) : 0;
            }
            gain += relevance / (to - from) * discounts;
        }
        return gain;
    }

    private static double discount(int place) {
        return StrictMath.log(2) / StrictMath.log(place + 2.0);
    }

    /** The mean, over the relevant items that k places can hold, of the precision at the place of each that is among them. */
    double averagePrecision(int k) {
        double sum = 0;
        int found = 0;
        for (int place = 0; place < Math.min(k, relevances.length); place++) {
            if (relevances[place] > 0) {
                found++;
                sum += found / (place + 1.0);
            }
        }
        return sum / Math.min(k, relevant());
    }

    /** 1/place of the first relevant item; 0 where it is not among the best k. */
    double reciprocalRank(int k) {
        for (int place = 0; place < Math.min(k, relevances.length); place++) {
            if (relevances[place] > 0) {
                return 1 / (place + 1.0);
            }
        }
        return 0;
    }

    /** 1 where a relevant item is among the best k, else 0. */
    double hit(int k) {
        return reciprocalRank(k) > 0 ? 1 : 0;
    }
}
