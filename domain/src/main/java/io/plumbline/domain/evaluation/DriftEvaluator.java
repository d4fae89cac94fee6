package io.plumbline.domain.evaluation;

import io.plumbline.domain.Facts;
import io.plumbline.domain.baseline.BaselineProfiles;
import io.plumbline.domain.check.Evaluation;
import io.plumbline.domain.check.Evaluator;
import io.plumbline.domain.check.Subject;
import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Reading.Provenance;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.domain.task.TaskHandler.Progress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Drop in accuracy, as {@link AccuracyEstimates} expects it, and drop in consistency of data: the share of records with a value that the
 * baseline's metadata does not allow.
 */
public final class DriftEvaluator implements Evaluator {
    private static final String MODEL_DRIFT = "enable_model_drift";
    private static final String DATA_DRIFT = "enable_data_drift";

    private final Comparisons comparisons;
    private final AccuracyEstimates accuracy;
    private final RecordStore records;

    /** Over these baselines and records. */
    public DriftEvaluator(Comparisons comparisons, AccuracyEstimates accuracy, RecordStore records) {
        this.comparisons = comparisons;
        this.accuracy = accuracy;
        this.records = records;
    }

    @Override
    public void checkSettings(Model model, Facts settings) {
        settings.count(Settings.MIN_SAMPLES);
        settings.truth(MODEL_DRIFT);
        settings.truth(DATA_DRIFT);
        Settings.baseline(settings);
    }

    @Override
    public Kind drivenBy() {
        return Kind.PRODUCTION;
    }

    @Override
    public Set<Kind> reads() {
        return EnumSet.of(Kind.PRODUCTION, Kind.BASELINE);
    }

    @Override
    public Evaluation evaluate(Subject subject, Progress progress) {
        Optional<Dataset> production = subject.dataset(Kind.PRODUCTION);
        if (production.isEmpty()) {
            return new Evaluation.NotComputable("the model has no dataset of production records", 0);
        }
        Optional<BaselineProfiles> baseline = comparisons.baseline(subject);
        Consistency consistency = consistency(subject, production.get(), baseline);
        long least = Math.max(1, Settings.atLeast(subject.settings(), Settings.MIN_SAMPLES));
        if (consistency.rows() < least) {
            return new Evaluation.NotComputable(Settings.tooFew(consistency.rows(), least), consistency.rows());
        }
        progress.report(0, 1, "estimating accuracy");
        List<Reading> readings = new ArrayList<>();
        if (subject.settings().truth(MODEL_DRIFT).orElse(true)) {
            AccuracyEstimates.Estimate estimate = accuracy.estimate(subject);
            readings.add(accuracy.drop(subject, "drift_magnitude", estimate));
            readings.add(accuracy.predicted("predicted_accuracy", estimate));
        }
        if (subject.settings().truth(DATA_DRIFT).orElse(true)) {
            readings.add(dataDrift(consistency, baseline));
        }
        return new Evaluation.Measured(readings, List.of(evidence(consistency)), consistency.rows(), "");
    }

    private Consistency consistency(Subject subject, Dataset production, Optional<BaselineProfiles> baseline) {
        List<Column> features = ModelColumns.of(production).features();
        Consistency consistency = new Consistency(features, baseline);
        RecordWindow window = new RecordWindow(
                Optional.of(subject.window().from()),
                Optional.of(subject.window().until()),
                consistency.columns());
        records.scan(production, window, consistency::add);
        return consistency;
    }

    private static Reading dataDrift(Consistency consistency, Optional<BaselineProfiles> baseline) {
        Provenance provenance = new Provenance(
                MetadataDrift.ROWS_ID,
                Facts.of("columns", consistency.columns().size()),
                baseline.map(BaselineProfiles::rows).orElse(0L),
                consistency.rows(),
                List.of());
        String metric = "data_drift_magnitude";
        if (baseline.isEmpty() || baseline.get().rows() == 0) {
            return Reading.notComputable(
                    metric,
                    Comparisons.tags(),
                    baseline.isEmpty()
                            ? "there is nothing to compare with: the model has no training records, and no baseline is named"
                            : "the baseline has no records",
                    provenance);
        }
        if (consistency.columns().isEmpty()) {
            return Reading.notComputable(
                    metric, Comparisons.tags(), "the baseline and the window have no feature in common", provenance);
        }
        return Reading.exact(
                metric, Comparisons.tags(), (double) consistency.inconsistent() / consistency.rows(), provenance);
    }

    private static Evidence evidence(Consistency consistency) {
        return new Evidence(
                "drifted_transactions",
                "drift_summary",
                List.of("data_drift_magnitude"),
                Facts.of("data_drifted_transactions", consistency.inconsistent())
                        .with("transactions", consistency.rows())
                        .with("violations_by_feature", consistency.byColumn())
                        .values());
    }
}
