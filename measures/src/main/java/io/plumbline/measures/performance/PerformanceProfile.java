package io.plumbline.measures.performance;

import io.plumbline.measures.profile.ProfileFormatException;
import io.plumbline.measures.summary.Summary;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * A mergeable summary of labels and predictions: a commutative monoid, whose neutral element is what an unfed builder builds. Its bytes and
 * its digest depend on the rows alone. Immutable and safe for use by several threads.
 *
 * @param <P> the kind of profile
 */
public abstract class PerformanceProfile<P extends PerformanceProfile<P>> {
    /** All rows that were added. */
    public static final String ROWS = "rows";
    /** Rows left out because their weight is negative or not a finite number. */
    public static final String INVALID_WEIGHT = "invalid_weight";
    /** Rows left out because they have no label. */
    public static final String MISSING_LABEL = "missing_label";
    /** Rows left out because their label is of no class. */
    public static final String UNKNOWN_LABEL = "unknown_label";
    /** Labelled rows without a prediction. */
    public static final String MISSING_PREDICTION = "missing_prediction";
    /** Labelled rows whose prediction is of no class. */
    public static final String UNKNOWN_PREDICTION = "unknown_prediction";
    /** Labelled rows without a score. */
    public static final String MISSING_SCORE = "missing_score";
    /** Labelled rows whose score is not between 0 and 1, so that there is no loss of it. */
    public static final String NOT_A_PROBABILITY = "not_a_probability";

    private final Summary summary;

    /** A profile that stands on this. */
    protected PerformanceProfile(Summary summary) {
        this.summary = summary;
    }

    /** What it stands on. */
    public final Summary summary() {
        return summary;
    }

    /** The same kind of profile of another summary. */
    protected abstract P with(Summary newSummary);

    /**
     * The profile of the rows of both.
     *
     * @throws IllegalArgumentException that says what differs, unless both keep the same
     */
    public P merge(P other) {
        return with(summary.merge(other.summary()));
    }

    /** The profile of the rows of all, as if they were merged one after the other, which takes longer. */
    public final P mergeAll(List<P> others) {
        return with(summary.mergeAll(
                others.stream().map(PerformanceProfile::summary).toList()));
    }

    /** All rows that were added. */
    public final long rows() {
        return summary.count(ROWS);
    }

    /** Rows by what is to be known of them, such as {@value #MISSING_LABEL}; what occurs in no row is not named. */
    public final SortedMap<String, Long> counts() {
        return summary.counts();
    }

    /** The profile as bytes. */
    public final byte[] toBytes() {
        return summary.toBytes();
    }

    /** SHA-256 of the bytes, in hex: equal for equal rows. */
    public final String digest() {
        return summary.digest();
    }

    /** How many rows a measure could use. */
    public final SampleSize sample(long used) {
        return new SampleSize(rows(), used);
    }

    /**
     * Reads a profile of a kind.
     *
     * @throws ProfileFormatException where the bytes are no such profile, are damaged or are of a later version
     */
    protected static <P> P read(byte[] bytes, String kind, Function<Summary, P> make) {
        Summary summary = Summary.of(bytes);
        if (!summary.kind().equals(kind)) {
            throw new ProfileFormatException("this is a " + summary.kind() + " profile and not a " + kind + " one");
        }
        try {
            return make.apply(summary);
        } catch (IllegalArgumentException e) {
            throw new ProfileFormatException("the " + kind + " profile is damaged: " + e.getMessage(), e);
        }
    }
}
