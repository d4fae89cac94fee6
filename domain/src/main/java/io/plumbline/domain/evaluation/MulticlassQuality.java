package io.plumbline.domain.evaluation;

import io.plumbline.domain.check.Subject;
import io.plumbline.domain.performance.ProfileMaker;
import io.plumbline.domain.performance.ProfiledRecords;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.performance.ConfusionMatrix;
import io.plumbline.measures.performance.MulticlassProfile;
import io.plumbline.measures.performance.MulticlassProfileBuilder;
import io.plumbline.measures.performance.MulticlassRows;
import io.plumbline.measures.performance.MulticlassSpec;
import io.plumbline.measures.performance.OpenScaleQuality;
import io.plumbline.measures.summary.Mass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quality of models of several classes.
 *
 * @param order of the classes in vectors of probabilities; empty where it is not known
 */
record MulticlassQuality(List<String> order) implements QualityTask<MulticlassProfile> {
    @Override
    public ProfiledRecords<MulticlassProfile> profiled(LabelSource source) {
        return source.profiled(List.of(), order, () -> maker(source), MulticlassProfile::of);
    }

    private ProfileMaker<MulticlassProfile> maker(LabelSource source) {
        MulticlassProfileBuilder builder = new MulticlassProfileBuilder(MulticlassSpec.DEFAULT);
        return QualityTask.maker(batch -> builder.add(rows(batch, source)), builder::build);
    }

    @Override
    public Quality quality(Subject subject, MulticlassProfile profile) {
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

    private MulticlassRows rows(RecordBatch batch, LabelSource source) {
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
        return new MulticlassRows(labels.length, labels, predictions, scores, QualityTask.weights(source, batch), null);
    }
}
