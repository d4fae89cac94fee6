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
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.record.RecordWindow;
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

    /** Over these records. */
    public FairnessEvaluator(RecordStore records) {
        this.records = records;
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
        Groups outcomes = new Groups(settings, prediction.get().name(), Optional.empty());
        List<String> columns = outcomes.columns(production.get().schema());
        records.scan(
                production.get(),
                new RecordWindow(
                        Optional.of(subject.window().from()),
                        Optional.of(subject.window().until()),
                        columns),
                outcomes::add);
        long least = Math.max(1, settings.minRecords());
        if (outcomes.rows() < least) {
            return new Evaluation.NotComputable(Settings.tooFew(outcomes.rows(), least), outcomes.rows());
        }
        progress.report(0, 1, "comparing groups");
        return new Evaluation.Measured(
                readings(subject, settings, outcomes, labelled(subject, settings)),
                List.of(outcomes.evidence()),
                outcomes.rows(),
                "");
    }

    /** The labelled records of the window; without any, where there are no labels at all. */
    private Groups labelled(Subject subject, FairnessSettings settings) {
        if (!(LabelSource.of(subject, records) instanceof Some(LabelSource source))) {
            return new Groups(settings, "", Optional.empty());
        }
        Groups groups = new Groups(
                settings,
                source.prediction().name(),
                Optional.of(source.target().name()));
        Dataset of = source.production().orElse(source.labels());
        List<String> features = groups.features(of.schema());
        source.read(
                records,
                Optional.of(subject.window().from()),
                Optional.of(subject.window().until()),
                features,
                groups::add);
        return groups;
    }

    private static List<Reading> readings(
            Subject subject, FairnessSettings settings, Groups outcomes, Groups labelled) {
        List<FairnessProfile> ofOutcomes = outcomes.profiles();
        List<FairnessProfile> ofLabels = labelled.profiles();
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
