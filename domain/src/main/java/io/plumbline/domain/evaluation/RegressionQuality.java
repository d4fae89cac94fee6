package io.plumbline.domain.evaluation;

import io.plumbline.domain.check.Subject;
import io.plumbline.domain.performance.ProfileMaker;
import io.plumbline.domain.performance.ProfiledRecords;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.performance.OpenScaleQuality;
import io.plumbline.measures.performance.PerformanceProfile;
import io.plumbline.measures.performance.RegressionProfile;
import io.plumbline.measures.performance.RegressionProfileBuilder;
import io.plumbline.measures.performance.RegressionRows;
import java.util.List;

/** The quality of models that predict numbers. */
record RegressionQuality() implements QualityTask<RegressionProfile> {
    @Override
    public ProfiledRecords<RegressionProfile> profiled(LabelSource source) {
        return source.profiled(List.of(), List.of(), () -> maker(source), RegressionProfile::of);
    }

    private static ProfileMaker<RegressionProfile> maker(LabelSource source) {
        RegressionProfileBuilder builder = new RegressionProfileBuilder();
        return QualityTask.maker(batch -> builder.add(rows(batch, source)), builder::build);
    }

    private static RegressionRows rows(RecordBatch batch, LabelSource source) {
        double[] targets =
                BatchColumns.numbers(BatchColumns.column(batch, source.target().name()));
        double[] predictions = BatchColumns.numbers(
                BatchColumns.column(batch, source.prediction().name()));
        return new RegressionRows(targets.length, targets, predictions, QualityTask.weights(source, batch));
    }

    @Override
    public Quality quality(Subject subject, RegressionProfile profile) {
        long incomplete = profile.counts().getOrDefault(PerformanceProfile.MISSING_LABEL, 0L)
                + profile.counts().getOrDefault(PerformanceProfile.MISSING_PREDICTION, 0L);
        return new Quality(
                profile.rows() - incomplete,
                QualityTask.readings(subject, OpenScaleQuality.regression(), profile),
                List.of());
    }
}
