package io.plumbline.domain.evaluation;

import io.plumbline.domain.Facts;
import io.plumbline.domain.check.Subject;
import io.plumbline.domain.evaluation.LabelSource.Some;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Reading.Provenance;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.measures.performance.ExpectedAccuracy;
import io.plumbline.measures.performance.ExpectedAccuracy.Prediction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How accurate a classifier is to be expected while labels are not known. It is held against the accuracy of labelled records: the training
 * records, where these have predictions and scores, else those labelled before the window.
 */
public final class AccuracyEstimates {
    private final RecordStore records;
    private final Calibrations calibrations;

    /** Over these records. */
    public AccuracyEstimates(RecordStore records) {
        this.records = records;
        this.calibrations = new Calibrations(records::marker);
    }

    /** What is expected of a window, or why nothing is. */
    record Estimate(ExpectedAccuracy accuracy, Optional<String> obstacle) {}

    /** How much less accurate than on labelled records the model is to be expected; 0 where it is more accurate. */
    Reading modelQuality(Subject subject) {
        return drop(subject, "model_quality_score", estimate(subject));
    }

    Estimate estimate(Subject subject) {
        Optional<Dataset> production = subject.dataset(Kind.PRODUCTION);
        Optional<Column> score = production.map(ModelColumns::of).flatMap(ModelColumns::score);
        Task task = subject.model().task();
        if (task == Task.REGRESSION || task == Task.RANKING || task == Task.GENERATION) {
            return new Estimate(
                    new ExpectedAccuracy(), Optional.of("only the accuracy of classifiers can be estimated"));
        }
        if (production.isEmpty() || score.isEmpty()) {
            return new Estimate(
                    new ExpectedAccuracy(), Optional.of("the production records have no column of the role score"));
        }
        ExpectedAccuracy accuracy = calibrated(subject);
        RecordWindow window = new RecordWindow(
                Optional.of(subject.window().from()),
                Optional.of(subject.window().until()),
                List.of(score.get().name()));
        records.scan(production.get(), window, batch -> {
            for (double confidence : Confidences.ofPredictions(batch.columns().getFirst())) {
                accuracy.add(confidence);
            }
        });
        return new Estimate(
                accuracy,
                accuracy.rows() == 0
                        ? Optional.of("no record of the window has a score between 0 and 1")
                        : Optional.empty());
    }

    private ExpectedAccuracy calibrated(Subject subject) {
        ExpectedAccuracy accuracy = training(subject)
                .map(source -> calibrations.of(source, () -> calibrated(source, Optional.empty())))
                .orElseGet(ExpectedAccuracy::new);
        return accuracy.labelledRows() == 0 && LabelSource.of(subject, records) instanceof Some(LabelSource source)
                ? calibrated(source, Optional.of(subject.window().from()))
                : accuracy;
    }

    private static Optional<LabelSource> training(Subject subject) {
        return subject.dataset(Kind.BASELINE).flatMap(dataset -> {
            ModelColumns of = ModelColumns.of(dataset);
            return of.target().isPresent()
                            && of.prediction().isPresent()
                            && of.score().isPresent()
                    ? Optional.of(new LabelSource(
                            dataset,
                            Optional.empty(),
                            of.target().get(),
                            of.prediction().get(),
                            of.score(),
                            Optional.empty()))
                    : Optional.empty();
        });
    }

    private ExpectedAccuracy calibrated(LabelSource source, Optional<Instant> until) {
        ExpectedAccuracy accuracy = new ExpectedAccuracy();
        source.read(records, Optional.empty(), until, batch -> calibrate(accuracy, source, batch));
        return accuracy;
    }

    private static void calibrate(ExpectedAccuracy accuracy, LabelSource source, RecordBatch batch) {
        Optional<BatchColumn> score = source.score().map(column -> BatchColumns.column(batch, column.name()));
        if (score.isEmpty()) {
            return;
        }
        @Nullable
        String[] labels =
                BatchColumns.classes(BatchColumns.column(batch, source.target().name()));
        @Nullable
        String[] predictions = BatchColumns.classes(
                BatchColumns.column(batch, source.prediction().name()));
        double[] confidences = Confidences.ofPredictions(score.get());
        for (int row = 0; row < labels.length; row++) {
            String label = labels[row];
            if (label != null && predictions[row] != null) {
                accuracy.calibrate(
                        confidences[row], label.equals(predictions[row]) ? Prediction.RIGHT : Prediction.WRONG);
            }
        }
    }

    /** The accuracy that is expected. */
    Reading predicted(String metric, Estimate estimate) {
        Provenance provenance = provenance(estimate);
        return estimate.obstacle()
                .map(reason -> Reading.notComputable(metric, Comparisons.tags(), reason, provenance))
                .orElseGet(() -> Reading.exact(
                        metric, Comparisons.tags(), estimate.accuracy().value(), provenance));
    }

    /** How much less that is than the accuracy of labelled records. */
    Reading drop(Subject subject, String metric, Estimate estimate) {
        Provenance provenance = provenance(estimate);
        Optional<String> reason = estimate.obstacle();
        if (reason.isEmpty() && estimate.accuracy().labelledRows() == 0) {
            reason = Optional.of("there are no labelled records with scores from before the window that starts at "
                    + subject.window().from() + ", and the training records have no predictions with scores");
        }
        return reason.map(text -> Reading.notComputable(metric, Comparisons.tags(), text, provenance))
                .orElseGet(() -> Reading.exact(
                        metric,
                        Comparisons.tags(),
                        Math.max(
                                0,
                                estimate.accuracy().labelledAccuracy()
                                        - estimate.accuracy().value()),
                        provenance));
    }

    private static Provenance provenance(Estimate estimate) {
        long labelled = estimate.accuracy().labelledRows();
        Facts parameters = Facts.of("calibration", labelled == 0 ? "none" : "histogram");
        return new Provenance(
                ExpectedAccuracy.ID,
                labelled == 0
                        ? parameters
                        : parameters.with(
                                "labelled_accuracy", estimate.accuracy().labelledAccuracy()),
                labelled,
                estimate.accuracy().rows(),
                List.of());
    }
}
