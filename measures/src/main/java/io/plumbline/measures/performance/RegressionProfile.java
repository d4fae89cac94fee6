package io.plumbline.measures.performance;

import io.plumbline.measures.profile.ProfileFormatException;
import io.plumbline.measures.summary.Moment;
import io.plumbline.measures.summary.Summary;

/** Targets and predictions of a regression, summed up: exact moments of residuals and targets. */
public final class RegressionProfile extends PerformanceProfile<RegressionProfile> {
    /** Rows whose target is 0, so that an error is no part of it. */
    public static final String ZERO_TARGET = "zero_target";

    static final String KIND = "regression";

    RegressionProfile(Summary summary) {
        super(summary);
    }

    /**
     * A profile from its bytes.
     *
     * @throws ProfileFormatException where the bytes are no such profile, are damaged or are of a later version
     */
    public static RegressionProfile of(byte[] bytes) {
        return read(bytes, KIND, RegressionProfile::new);
    }

    @Override
    protected RegressionProfile with(Summary newSummary) {
        return new RegressionProfile(newSummary);
    }

    Moment moment(Residual residual) {
        return summary().moment(residual.label());
    }
}
