package io.plumbline.measures.performance;

import io.plumbline.measures.profile.ProfileFormatException;
import io.plumbline.measures.summary.Mass;
import io.plumbline.measures.summary.Moment;
import io.plumbline.measures.summary.ScoreTable;
import io.plumbline.measures.summary.Summary;

/** Labels, predictions and scores of a binary classifier, summed up: the confusion matrix, scores by label, and both losses. */
public final class BinaryProfile extends PerformanceProfile<BinaryProfile> {
    static final String KIND = "binary";
    static final String NEGATIVE = "negative";
    static final String POSITIVE = "positive";
    static final String UNPREDICTED = "unpredicted";
    static final String LOG_LOSS = "log_loss";
    static final String BRIER = "brier";

    private final BinarySpec spec;

    BinaryProfile(Summary summary) {
        super(summary);
        this.spec = BinarySpec.of(summary.settings());
    }

    /**
     * A profile from its bytes.
     *
     * @throws ProfileFormatException where the bytes are no such profile, are damaged or are of a later version
     */
    public static BinaryProfile of(byte[] bytes) {
        return read(bytes, KIND, BinaryProfile::new);
    }

    @Override
    protected BinaryProfile with(Summary newSummary) {
        return new BinaryProfile(newSummary);
    }

    /** What it keeps. */
    public BinarySpec spec() {
        return spec;
    }

    /** The rows that have a label and a prediction. */
    public Confusion confusion() {
        return new Confusion(
                summary().cell(POSITIVE, POSITIVE),
                summary().cell(NEGATIVE, POSITIVE),
                summary().cell(POSITIVE, NEGATIVE),
                summary().cell(NEGATIVE, NEGATIVE));
    }

    /** The rows whose label is positive, with or without a prediction. */
    public Mass positives() {
        return labelled(POSITIVE);
    }

    /** The rows whose label is negative, with or without a prediction. */
    public Mass negatives() {
        return labelled(NEGATIVE);
    }

    private Mass labelled(String label) {
        return summary()
                .cell(label, POSITIVE)
                .plus(summary().cell(label, NEGATIVE))
                .plus(summary().cell(label, UNPREDICTED));
    }

    /** The rows that have a label and a score. */
    public ScoreTable scores() {
        return summary().table(Summary.SCORE);
    }

    /** The logarithmic loss of each row with a label and a probability: -ln p of what turned out to be true, p being kept from 0 and 1 by 2⁻⁵². */
    public Moment logLoss() {
        return summary().moment(LOG_LOSS);
    }

    /** The squared distance of each probability from 1 for positive and 0 for negative labels. */
    public Moment brier() {
        return summary().moment(BRIER);
    }
}
