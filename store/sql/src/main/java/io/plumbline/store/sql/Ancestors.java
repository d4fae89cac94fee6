package io.plumbline.store.sql;

import java.util.Arrays;
import java.util.BitSet;

/** Which runs of one experiment are above which, by the orders of their ids and of the ids of their parents. */
final class Ancestors {
    private static final int ELSEWHERE = -1;

    private final OrderedRuns byParent;
    /** The run that the parts of each group are of. */
    private final int[] parents;

    /**
     * Reads both orders, which go by the same comparison of ids, side by side.
     *
     * @param byParent the runs that have a parent, by its id
     * @param byId all runs
     */
    Ancestors(OrderedRuns byParent, OrderedRuns byId) {
        GroupTexts parentIds = byParent.texts().orElseThrow();
        GroupTexts ids = byId.texts().orElseThrow();
        this.byParent = byParent;
        this.parents = new int[byParent.groups()];
        Arrays.fill(parents, ELSEWHERE);
        int place = 0;
        for (int group = 0; group < parents.length; group++) {
            while (place < byId.numbers().length && ids.compare(place, parentIds, group) < 0) {
                place++;
            }
            if (place < byId.numbers().length && ids.compare(place, parentIds, group) == 0) {
                parents[group] = byId.numbers()[place];
            }
        }
    }

    /** The runs above some. */
    BitSet above(BitSet some) {
        BitSet above = new BitSet();
        BitSet reached = (BitSet) some.clone();
        boolean more = true;
        while (more) {
            int before = above.cardinality();
            byParent.forEach((run, group) -> {
                if (parents[group] != ELSEWHERE && reached.get(run)) {
                    above.set(parents[group]);
                }
            });
            reached.or(above);
            more = above.cardinality() > before;
        }
        return above;
    }
}
