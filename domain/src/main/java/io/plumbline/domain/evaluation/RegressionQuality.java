package io.plumbline.domain.evaluation;

import io.plumbline.domain.check.Subject;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.measures.performance.OpenScaleQuality;
import io.plumbline.measures.performance.PerformanceProfile;
import io.plumbline.measures.performance.RegressionProfile;
import io.plumbline.measures.performance.RegressionProfileBuilder;
import io.plumbline.measures.performance.RegressionRows;
import java.util.List;

/** The quality of models that predict numbers. */
record RegressionQuality() implements QualityTask {
    @Override
    public Quality measure(Subject subject, LabelSource source, RecordStore records) {
        RegressionProfileBuilder builder = new RegressionProfileBuilder();
        QualityTask.read(subject, source, records, batch -> {
            double[] targets = BatchColumns.numbers(
                    BatchColumns.column(batch, source.target().name()));
            double[] predictions = BatchColumns.numbers(
                    BatchColumns.column(batch, source.prediction().name()));
            builder.add(new RegressionRows(targets.length, targets, predictions, QualityTask.weights(source, batch)));
        });
        RegressionProfile profile = builder.build();
        long incomplete = profile.counts().getOrDefault(PerformanceProfile.MISSING_LABEL, 0L)
                + profile.counts().getOrDefault(PerformanceProfile.MISSING_PREDICTION, 0L);
        return new Quality(
                profile.rows() - incomplete,
                QualityTask.readings(subject, OpenScaleQuality.regression(), profile),
                List.of());
    }
}
