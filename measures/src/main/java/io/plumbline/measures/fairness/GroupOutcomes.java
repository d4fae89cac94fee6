package io.plumbline.measures.fairness;

import io.plumbline.measures.performance.Confusion;
import io.plumbline.measures.summary.Mass;

/**
 * The outcomes of a group.
 *
 * @param favourable rows with a favourable outcome
 * @param unfavourable rows with an unfavourable outcome
 * @param confusion of the rows that have a label besides; positive is favourable
 */
public record GroupOutcomes(Mass favourable, Mass unfavourable, Confusion confusion) {

    /** Rows with an outcome. */
    public Mass all() {
        return favourable.plus(unfavourable);
    }

    /** The share of favourable outcomes, 0 to 1; NaN where there are none at all. */
    public double favourableShare() {
        return favourable.total() / all().total();
    }

    /** Of the rows of both. */
    public GroupOutcomes plus(GroupOutcomes other) {
        return new GroupOutcomes(
                favourable.plus(other.favourable),
                unfavourable.plus(other.unfavourable),
                confusion.plus(other.confusion));
    }
}
