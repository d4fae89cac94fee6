package io.plumbline.domain.evaluation;

import io.plumbline.domain.Facts;
import io.plumbline.domain.baseline.BaselineProfiles;
import io.plumbline.domain.check.Evaluation;
import io.plumbline.domain.check.Evaluator;
import io.plumbline.domain.check.Subject;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Reading.Provenance;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.record.WindowProfiles.Profiled;
import io.plumbline.domain.task.TaskHandler.Progress;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.Measures;
import io.plumbline.measures.profile.Profile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;

/**
 * Drift of features, of predictions, of confidence and of metadata against a baseline, from profiles. A column's score is its Jensen-Shannon
 * distance; the score of all features, with the tag {@code field_type=subscription}, is the mean of theirs. The model's quality is that of
 * {@link AccuracyEstimates}.
 */
public final class DriftV2Evaluator implements Evaluator {
    static final String FIELD_NAME = "field_name";
    static final String FIELD_TYPE = "field_type";
    static final String ALL_FIELDS = "subscription";

    private static final Measure DISTANCE = Measures.require("js@1");

    private final Comparisons comparisons;
    private final AccuracyEstimates accuracy;

    /** Over these baselines and records. */
    public DriftV2Evaluator(Comparisons comparisons, AccuracyEstimates accuracy) {
        this.comparisons = comparisons;
        this.accuracy = accuracy;
    }

    @Override
    public void checkSettings(Model model, Facts settings) {
        settings.count(Settings.MIN_SAMPLES);
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
        Optional<BaselineProfiles> baseline = comparisons.baseline(subject);
        if (production.isEmpty() || baseline.isEmpty()) {
            return new Evaluation.NotComputable(
                    production.isEmpty()
                            ? "the model has no dataset of production records"
                            : "there is nothing to compare with: the model has no training records, and no baseline is named",
                    0);
        }
        if (baseline.get().rows() == 0) {
            return new Evaluation.NotComputable(
                    "the baseline (" + baseline.get().label() + ") has no records", 0);
        }
        progress.report(0, 1, "comparing columns");
        Profiled window = comparisons.window(subject, production.get(), baseline.get());
        long least = Math.max(1, Settings.atLeast(subject.settings(), Settings.MIN_SAMPLES));
        if (window.rows() < least) {
            return new Evaluation.NotComputable(Settings.tooFew(window.rows(), least), window.rows());
        }
        List<Reading> readings = new Readings(ModelColumns.of(production.get()), baseline.get(), window).all();
        readings.add(accuracy.modelQuality(subject));
        return new Evaluation.Measured(readings, List.of(), window.rows(), "");
    }

    /** The readings of one window. */
    private record Readings(ModelColumns columns, BaselineProfiles baseline, Profiled window) {
        List<Reading> all() {
            List<Reading> readings = new ArrayList<>(features());
            readings.add(output("prediction_drift_score", columns.prediction(), "prediction"));
            readings.add(output("confidence_drift_score", columns.score(), "score"));
            readings.add(metadata("input_metadata_drift_score", columns.features(), "features"));
            List<Column> outputs = new ArrayList<>();
            columns.prediction().ifPresent(outputs::add);
            columns.score().ifPresent(outputs::add);
            readings.add(metadata("output_metadata_drift_score", outputs, "predictions and scores"));
            return readings;
        }

        private List<Reading> features() {
            List<Reading> readings = new ArrayList<>();
            for (Column feature : columns.features()) {
                Profile before = baseline.columns().get(feature.name());
                Profile now = window.columns().get(feature.name());
                if (before != null && now != null) {
                    SortedMap<String, String> tags =
                            Comparisons.tags(FIELD_NAME, feature.name(), FIELD_TYPE, "feature");
                    readings.add(DriftReadings.of("feature_drift_score", tags, DISTANCE, before, now));
                }
            }
            readings.addFirst(mean(readings));
            return readings;
        }

        private Reading mean(List<Reading> ofFeatures) {
            SortedMap<String, String> tags = Comparisons.tags(FIELD_TYPE, ALL_FIELDS);
            List<Reading> computed = ofFeatures.stream()
                    .filter(reading -> reading.value().isPresent())
                    .toList();
            Provenance provenance = new Provenance(
                    DISTANCE.definition().id().toString(),
                    Facts.of("aggregation", "mean").with("features", computed.size()),
                    baseline.rows(),
                    window.rows(),
                    List.of());
            if (computed.isEmpty()) {
                return Reading.notComputable(
                        "feature_drift_score",
                        tags,
                        "the baseline and the window have no feature in common",
                        provenance);
            }
            return Reading.estimate(
                    "feature_drift_score",
                    tags,
                    mean(computed, Reading::value),
                    mean(computed, Reading::least),
                    mean(computed, Reading::greatest),
                    provenance);
        }

        private static double mean(
                List<Reading> readings, java.util.function.Function<Reading, OptionalDouble> number) {
            return readings.stream()
                    .mapToDouble(reading -> number.apply(reading).orElseThrow())
                    .average()
                    .orElseThrow();
        }

        private Reading output(String metric, Optional<Column> column, String what) {
            SortedMap<String, String> tags = Comparisons.tags();
            Optional<Profile> before = column.map(each -> baseline.columns().get(each.name()));
            Optional<Profile> now = column.map(each -> window.columns().get(each.name()));
            if (before.isPresent() && now.isPresent()) {
                return DriftReadings.of(metric, tags, DISTANCE, before.get(), now.get());
            }
            String reason = column.map(
                            each -> "the baseline has no column " + each.name()
                                    + " of the same type: add what the model said of the training records, or take a window as the baseline")
                    .orElse("the records have no column of the role " + what);
            return Reading.notComputable(
                    metric,
                    tags,
                    reason,
                    Provenance.of(DISTANCE.definition().id().toString(), window.rows()));
        }

        /** The mean of the columns' shares. */
        private Reading metadata(String metric, List<Column> of, String what) {
            List<OptionalDouble> shares = new ArrayList<>();
            for (Column column : of) {
                Profile before = baseline.columns().get(column.name());
                Profile now = window.columns().get(column.name());
                if (before != null && now != null) {
                    shares.add(MetadataDrift.share(before, now));
                }
            }
            Provenance provenance = new Provenance(
                    MetadataDrift.ID,
                    Facts.of("columns", shares.size()).with("aggregation", "mean"),
                    baseline.rows(),
                    window.rows(),
                    List.of());
            SortedMap<String, String> tags = Comparisons.tags(FIELD_TYPE, ALL_FIELDS);
            OptionalDouble mean = shares.stream()
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .average();
            return mean.isPresent()
                    ? Reading.exact(metric, tags, mean.getAsDouble(), provenance)
                    : Reading.notComputable(
                            metric, tags, "the baseline and the window have no " + what + " in common", provenance);
        }
    }
}
