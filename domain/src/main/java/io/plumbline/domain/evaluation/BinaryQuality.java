package io.plumbline.domain.evaluation;

import io.plumbline.domain.Facts;
import io.plumbline.domain.check.Subject;
import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.performance.ProfileMaker;
import io.plumbline.domain.performance.ProfiledRecords;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.performance.BinaryCodes;
import io.plumbline.measures.performance.BinaryProfile;
import io.plumbline.measures.performance.BinaryProfileBuilder;
import io.plumbline.measures.performance.BinaryRows;
import io.plumbline.measures.performance.BinarySpec;
import io.plumbline.measures.performance.Confusion;
import io.plumbline.measures.performance.OpenScaleQuality;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The quality of models of two classes. The positive class is the one that a setting names, else the last of both in the order of texts, as is
 * usual for 0 and 1, false and true, no and yes.
 *
 * @param classes that are known
 * @param positive one of them, unless there are none
 */
record BinaryQuality(SortedSet<String> classes, String positive) implements QualityTask<BinaryProfile> {
    /** Of these classes. */
    static BinaryQuality of(SortedSet<String> classes, Facts settings) {
        String positive = settings.find(Settings.POSITIVE_CLASS)
                .map(Settings::text)
                .orElseGet(() -> classes.isEmpty() ? "" : classes.last());
        return new BinaryQuality(classes, positive);
    }

    @Override
    public ProfiledRecords<BinaryProfile> profiled(LabelSource source) {
        return source.profiled(List.of(), List.of(positive), () -> maker(source), BinaryProfile::of);
    }

    /** All classes but the positive one are negative: those of the records are among those that were found. */
    private ProfileMaker<BinaryProfile> maker(LabelSource source) {
        BinaryCodes codes = BinaryCodes.positive(List.of(positive));
        BinaryProfileBuilder builder = new BinaryProfileBuilder(BinarySpec.DEFAULT);
        return QualityTask.maker(batch -> builder.add(rows(batch, source, codes)), builder::build);
    }

    @Override
    public Quality quality(Subject subject, BinaryProfile profile) {
        SortedSet<String> negative = new TreeSet<>(classes);
        negative.remove(positive);
        return new Quality(
                profile.confusion().all().rows(),
                QualityTask.readings(subject, OpenScaleQuality.binary(), profile),
                List.of(confusion(profile.confusion(), negative.isEmpty() ? "" : negative.first(), positive)));
    }

    private static BinaryRows rows(RecordBatch batch, LabelSource source, BinaryCodes codes) {
        byte[] labels =
                BatchColumns.codes(BatchColumns.column(batch, source.target().name()), codes);
        byte[] predictions = BatchColumns.codes(
                BatchColumns.column(batch, source.prediction().name()), codes);
        double[] scores = source.score()
                .map(column -> Confidences.positive(BatchColumns.column(batch, column.name()), predictions))
                .orElse(null);
        return new BinaryRows(labels.length, labels, predictions, scores, QualityTask.weights(source, batch));
    }

    private static Evidence confusion(Confusion confusion, String negative, String positive) {
        return QualityTask.confusion(
                List.of(negative, positive),
                List.of(
                        List.of(
                                confusion.trueNegatives().rows(),
                                confusion.falsePositives().rows()),
                        List.of(
                                confusion.falseNegatives().rows(),
                                confusion.truePositives().rows())));
    }
}
