package io.plumbline.domain.evaluation;

import io.plumbline.domain.Facts;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.check.Evaluation;
import io.plumbline.domain.check.Evaluator;
import io.plumbline.domain.check.Subject;
import io.plumbline.domain.evaluation.FairnessSettings.Feature;
import io.plumbline.domain.evaluation.LabelSource.Some;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Kind;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.MonitorDefinition.Metric;
import io.plumbline.domain.performance.PerformanceProfiles;
import io.plumbline.domain.performance.PerformanceSeries.Owner;
import io.plumbline.domain.performance.ProfiledRecords;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.task.TaskHandler.Progress;
import io.plumbline.measures.fairness.FairnessMeasure;
import io.plumbline.measures.fairness.FairnessMeasures;
import io.plumbline.measures.fairness.FairnessProfile;
import io.plumbline.measures.fairness.Group;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Whether groups get favourable outcomes alike, over the production records of the window as they were scored; differences of error rates are
 * taken over its labelled records.
 */
public final class FairnessEvaluator implements Evaluator {
    /** Metrics that need no labels. */
    private static final Set<String> OF_OUTCOMES = Set.of("fairness_value", "statistical_parity_difference");

    private final RecordStore records;
    private final PerformanceProfiles profiles;

    /** Over these records and their profiles. */
    public FairnessEvaluator(RecordStore records, PerformanceProfiles profiles) {
        this.records = records;
        this.profiles = profiles;
    }

    @Override
    public void checkSettings(Model model, Facts settings) {
        for (Feature feature : FairnessSettings.of(settings).features()) {
            String name = feature.spec().feature();
            if (!model.schema().columns().isEmpty()
                    && model.schema().column(name).isEmpty()) {
                throw PlumblineException.invalid("features", "the model has no column " + name);
            }
        }
    }

    @Override
    public Kind drivenBy() {
        return Kind.PRODUCTION;
    }

    @Override
    public Set<Kind> reads() {
        return EnumSet.of(Kind.LABELS, Kind.PRODUCTION);
    }

    @Override
    public Evaluation evaluate(Subject subject, Progress progress) {
        FairnessSettings settings = FairnessSettings.of(subject.settings());
        Optional<Dataset> production = subject.dataset(Kind.PRODUCTION);
        Optional<Column> prediction = production.map(ModelColumns::of).flatMap(ModelColumns::prediction);
        if (production.isEmpty() || prediction.isEmpty()) {
            return new Evaluation.NotComputable("the production records have no column of the role prediction", 0);
        }
        List<FairnessProfile> outcomes = outcomes(subject, settings, production.get(), prediction.get());
        long rows = outcomes.getFirst().rows();
        long least = Math.max(1, settings.minRecords());
        if (rows < least) {
            return new Evaluation.NotComputable(Settings.tooFew(rows, least), rows);
        }
        progress.report(0, 1, "comparing groups");
        return new Evaluation.Measured(
                readings(subject, settings, outcomes, labelled(subject, settings)),
                List.of(Groups.evidence(settings, outcomes)),
                rows,
                "");
    }

    /** Of the production records of the window; a profile for each feature. */
    private List<FairnessProfile> outcomes(
            Subject subject, FairnessSettings settings, Dataset production, Column prediction) {
        List<Column> columns = new ArrayList<>(settings.columns(production.schema()));
        columns.remove(prediction);
        columns.add(prediction);
        ProfiledRecords<FairnessProfile> records = new ProfiledRecords<>(
                production,
                columns,
                Optional.empty(),
                List.of(),
                settings.outcomes(),
                () -> new Groups(settings, prediction.name(), Optional.empty()),
                FairnessProfile::of);
        return profiles.of(new Owner(subject.monitor().id(), "outcomes"), records, subject.window());
    }

    /** The labelled records of the window; without any, where no metric asks for them, or there are no labels at all. */
    private List<FairnessProfile> labelled(Subject subject, FairnessSettings settings) {
        boolean wanted = settings.features().stream()
                .flatMap(feature -> metrics(subject, feature).stream())
                .anyMatch(metric -> !OF_OUTCOMES.contains(metric));
        if (!wanted || !(LabelSource.of(subject, records) instanceof Some(LabelSource source))) {
            return new Groups(settings, "", Optional.empty()).profiles();
        }
        Dataset of = source.production().orElse(source.labels());
        ProfiledRecords<FairnessProfile> labelled = source.profiled(
                settings.columns(of.schema()),
                settings.outcomes(),
                () -> new Groups(
                        settings,
                        source.prediction().name(),
                        Optional.of(source.target().name())),
                FairnessProfile::of);
        return profiles.of(new Owner(subject.monitor().id(), "labelled"), labelled, subject.window());
    }

    private static List<Reading> readings(
            Subject subject,
            FairnessSettings settings,
            List<FairnessProfile> ofOutcomes,
            List<FairnessProfile> ofLabels) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < settings.features().size(); i++) {
            Feature feature = settings.features().get(i);
            for (Group group : feature.spec().monitored()) {
                SortedMap<String, String> tags = Comparisons.tags(
                        "feature", feature.spec().feature(),
                        "feature_value", group.label(),
                        "fairness_metric_type", "fairness");
                for (String metric : metrics(subject, feature)) {
                    FairnessProfile profile = OF_OUTCOMES.contains(metric) ? ofOutcomes.get(i) : ofLabels.get(i);
                    readings.add(Outcomes.reading(
                            metric, tags, measure(metric).measure(profile, group, 0), profile.digest()));
                }
            }
        }
        return readings;
    }

    private static List<String> metrics(Subject subject, Feature feature) {
        return subject.definition().metrics().stream()
                .map(Metric::id)
                .filter(feature::wants)
                .toList();
    }

    private static FairnessMeasure measure(String metric) {
        return Optional.ofNullable(FairnessMeasures.openScale().get(metric))
                .orElseThrow(() -> new IllegalStateException("nothing measures " + metric));
    }
}
