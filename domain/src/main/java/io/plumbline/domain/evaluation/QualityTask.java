package io.plumbline.domain.evaluation;

import io.plumbline.domain.check.Subject;
import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.performance.PerformanceProfiles;
import io.plumbline.domain.performance.PerformanceSeries.Owner;
import io.plumbline.domain.performance.ProfileMaker;
import io.plumbline.domain.performance.ProfiledRecords;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.performance.PerformanceMeasure;
import io.plumbline.measures.performance.PerformanceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures the quality of models of one task.
 *
 * @param <P> the profile that it is measured by
 */
sealed interface QualityTask<P extends PerformanceProfile<P>>
        permits BinaryQuality, MulticlassQuality, RegressionQuality {
    /** How labelled records are profiled. */
    ProfiledRecords<P> profiled(LabelSource source);

    /** What a profile says. */
    Quality quality(Subject subject, P profile);

    /** Profiles the labelled records of the window and measures them. */
    default Quality measure(Subject subject, LabelSource source, PerformanceProfiles profiles) {
        Owner owner = new Owner(subject.monitor().id(), "labelled");
        return quality(
                subject, profiles.of(owner, profiled(source), subject.window()).getFirst());
    }

    /**
     * What was measured.
     *
     * @param records how many had a label and a prediction
     * @param readings in the order of the definition's metrics
     * @param evidence behind them
     */
    record Quality(long records, List<Reading> readings, List<Evidence> evidence) {}

    /** Adds batches up to one profile. */
    static <P> ProfileMaker<P> maker(Consumer<RecordBatch> add, Supplier<P> build) {
        return new ProfileMaker<>() {
            @Override
            public void add(RecordBatch batch) {
                add.accept(batch);
            }

            @Override
            public List<P> profiles() {
                return List.of(build.get());
            }
        };
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
