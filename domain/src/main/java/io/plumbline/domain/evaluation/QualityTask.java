package io.plumbline.domain.evaluation;

import io.plumbline.domain.check.Subject;
import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.measures.performance.PerformanceMeasure;
import io.plumbline.measures.performance.PerformanceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Measures the quality of models of one task. */
sealed interface QualityTask permits BinaryQuality, MulticlassQuality, RegressionQuality {
    /** Reads labelled records and measures them. */
    Quality measure(Subject subject, LabelSource source, RecordStore records);

    /**
     * What was measured.
     *
     * @param records how many had a label and a prediction
     * @param readings in the order of the definition's metrics
     * @param evidence behind them
     */
    record Quality(long records, List<Reading> readings, List<Evidence> evidence) {}

    /** Reads the labelled records of the window. */
    static void read(Subject subject, LabelSource source, RecordStore records, Consumer<RecordBatch> batches) {
        source.read(
                records,
                Optional.of(subject.window().from()),
                Optional.of(subject.window().until()),
                List.of(),
                batches);
    }

    /** The weights of a batch's rows; null where each counts as one. */
    static double @Nullable [] weights(LabelSource source, RecordBatch batch) {
        return source.weight()
                .map(column -> BatchColumns.numbers(BatchColumns.column(batch, column.name())))
                .orElse(null);
    }

    /** The readings of a profile, in the order of the definition's metrics. */
    static <P extends PerformanceProfile<P>> List<Reading> readings(
            Subject subject, Map<String, PerformanceMeasure<P>> measures, P profile) {
        String digest = profile.digest();
        List<Reading> readings = new ArrayList<>();
        subject.definition().metrics().forEach(metric -> {
            PerformanceMeasure<P> measure = measures.get(metric.id());
            if (measure != null) {
                readings.add(Outcomes.reading(metric.id(), Comparisons.tags(), measure.measure(profile), digest));
            }
        });
        return readings;
    }

    /** A confusion matrix: a row for each true class, a column for each prediction. */
    static Evidence confusion(List<String> classes, List<List<Long>> counts) {
        return new Evidence(
                "confusion_matrix_1",
                "confusion_matrix",
                List.of(),
                new java.util.TreeMap<>(Map.of("labels", classes, "values", counts)));
    }
}
