package io.plumbline.domain.evaluation;

import io.plumbline.domain.check.Subject;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.measures.performance.ConfusionMatrix;
import io.plumbline.measures.performance.MulticlassProfile;
import io.plumbline.measures.performance.MulticlassProfileBuilder;
import io.plumbline.measures.performance.MulticlassRows;
import io.plumbline.measures.performance.OpenScaleQuality;
import io.plumbline.measures.summary.Mass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The quality of models of several classes. */
record MulticlassQuality() implements QualityTask {
    @Override
    public Quality measure(Subject subject, LabelSource source, RecordStore records) {
        List<String> order = Settings.texts(subject.settings(), Settings.CLASS_LABELS);
        MulticlassProfileBuilder builder = new MulticlassProfileBuilder(MulticlassProfile.MAX_CLASSES);
        QualityTask.read(subject, source, records, batch -> builder.add(rows(batch, source, order)));
        MulticlassProfile profile = builder.build();
        ConfusionMatrix confusion = profile.confusion();
        return new Quality(
                confusion.all().rows(),
                QualityTask.readings(subject, OpenScaleQuality.multiclass(), profile),
                List.of(QualityTask.confusion(
                        confusion.classes(),
                        confusion.cells().stream()
                                .map(row -> row.stream().map(Mass::rows).toList())
                                .toList())));
    }

    private static MulticlassRows rows(RecordBatch batch, LabelSource source, List<String> order) {
        @Nullable
        String[] labels =
                BatchColumns.classes(BatchColumns.column(batch, source.target().name()));
        @Nullable
        String[] predictions = BatchColumns.classes(
                BatchColumns.column(batch, source.prediction().name()));
        double[] scores = source.score()
                .map(column ->
                        Confidences.ofLabels(BatchColumns.column(batch, column.name()), labels, predictions, order))
                .orElse(null);
        return new MulticlassRows(labels.length, labels, predictions, scores, QualityTask.weights(source, batch));
    }
}
