package io.plumbline.domain.evaluation;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.profile.Profile;
import java.util.OptionalDouble;

/**
 * The share of a column's rows that the baseline's metadata does not allow: a category that it does not have, a number outside of its range, no
 * value where it has one in every row, or a value of another type.
 */
final class MetadataDrift {
    /** The id of this measure. */
    static final String ID = "metadata_violations@1";

    /** The id of the measure that counts records with any such value. */
    static final String ROWS_ID = "metadata_violating_records@1";

    private MetadataDrift() {}

    /** The share, 0 to 1; empty where the window has no rows, or the baseline did not keep all of its categories. */
    static OptionalDouble share(Profile baseline, Profile window) {
        long rows = window.tally().rows();
        if (rows == 0) {
            return OptionalDouble.empty();
        }
        OptionalDouble strange = baseline.spec().type().isNumeric() ? outside(window) : unknown(baseline, window);
        if (strange.isEmpty()) {
            return strange;
        }
        double missing = window.tally().missing() + (double) window.tally().nan();
        boolean mayMiss = baseline.tally().missing() + baseline.tally().nan() > 0;
        double violations = strange.getAsDouble()
                + window.tally().violations()
                + window.tally().infinities()
                + (mayMiss ? 0 : missing);
        return OptionalDouble.of(violations / rows);
    }

    /** The outer edges of the window's counts are the least and the greatest value of the baseline. */
    private static OptionalDouble outside(Profile window) {
        if (window.tally().values() == 0) {
            return OptionalDouble.of(0);
        }
        return window.spec()
                .edges()
                .map(window.asColumn()::countsOver)
                .map(counts -> OptionalDouble.of(counts.below() + counts.above()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble unknown(Profile baseline, Profile window) {
        CategoryCounts known = baseline.asColumn().categories();
        if (!known.isComplete()) {
            return OptionalDouble.empty();
        }
        CategoryCounts now = window.asColumn().categories();
        long unknown = now.total();
        for (String category : known.counts().keySet()) {
            unknown -= now.count(category);
        }
        return now.isComplete() ? OptionalDouble.of((double) unknown) : OptionalDouble.empty();
    }
}
