package io.plumbline.domain.evaluation;

import io.plumbline.domain.evaluation.FairnessSettings.Feature;
import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.performance.ProfileMaker;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.fairness.FairnessProfile;
import io.plumbline.measures.fairness.FairnessProfileBuilder;
import io.plumbline.measures.fairness.FairnessRows;
import io.plumbline.measures.fairness.FairnessSpec;
import io.plumbline.measures.fairness.Group;
import io.plumbline.measures.fairness.GroupOutcomes;
import io.plumbline.measures.performance.BinaryCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Outcomes by group in the making, for each feature. */
final class Groups implements ProfileMaker<FairnessProfile> {
    private final FairnessSettings settings;
    private final String prediction;
    private final Optional<String> target;
    private final BinaryCodes codes;
    private final List<FairnessProfileBuilder> builders;

    /**
     * Empty ones.
     *
     * @param prediction the column of outcomes
     * @param target the column of what was true, where there is one
     */
    Groups(FairnessSettings settings, String prediction, Optional<String> target) {
        this.settings = settings;
        this.prediction = prediction;
        this.target = target;
        this.codes = settings.codes();
        this.builders = settings.features().stream()
                .map(feature -> new FairnessProfileBuilder(feature.spec()))
                .toList();
    }

    @Override
    public void add(RecordBatch batch) {
        byte[] predictions = BatchColumns.codes(BatchColumns.column(batch, prediction), codes);
        Optional<byte[]> labels = target.map(name -> BatchColumns.codes(BatchColumns.column(batch, name), codes));
        for (int i = 0; i < builders.size(); i++) {
            FairnessSpec spec = settings.features().get(i).spec();
            FairnessRows of = FairnessRows.of(groups(batch, spec), predictions);
            builders.get(i).add(labels.map(of::withLabels).orElse(of));
        }
    }

    private static int[] groups(RecordBatch batch, FairnessSpec spec) {
        Optional<BatchColumn> column = BatchColumns.find(batch, spec.feature());
        if (column.isEmpty()) {
            int[] missing = new int[batch.rows()];
            Arrays.fill(missing, FairnessSpec.MISSING);
            return missing;
        }
        return switch (column.get()) {
            case BatchColumn.Texts texts -> spec.texts(texts.values(), texts.missing());
            case BatchColumn.Numbers numbers -> spec.numbers(numbers.values(), numbers.missing());
            case BatchColumn.Integers whole -> spec.integers(whole.values(), whole.missing());
            case BatchColumn.Booleans truths -> spec.booleans(truths.values(), truths.missing());
            case BatchColumn.Timestamps times -> spec.integers(times.micros(), times.missing());
            case BatchColumn other ->
                throw new IllegalArgumentException(
                        "values of type " + other.type().label() + " make no groups");
        };
    }

    /** The profile of each feature. */
    @Override
    public List<FairnessProfile> profiles() {
        return builders.stream().map(FairnessProfileBuilder::build).toList();
    }

    /** How many favourable and other outcomes each group has. */
    static Evidence evidence(FairnessSettings settings, List<FairnessProfile> profiles) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            Feature feature = settings.features().get(i);
            FairnessProfile profile = profiles.get(i);
            feature.spec().reference().forEach(group -> values.add(row(profile, group, "reference")));
            feature.spec().monitored().forEach(group -> values.add(row(profile, group, "monitored")));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("fields", List.of("feature", "feature_value", "fav_count", "unfav_count", "group"));
        data.put("values", values);
        return new Evidence("scoring_payload_data_distribution", "data_distribution", List.of(), data);
    }

    private static List<Object> row(FairnessProfile profile, Group group, String side) {
        GroupOutcomes outcomes = profile.outcomes(group);
        return List.of(
                profile.spec().feature(),
                value(group),
                outcomes.favourable().rows(),
                outcomes.unfavourable().rows(),
                side);
    }

    private static Object value(Group group) {
        return switch (group) {
            case Group.Value one -> one.value();
            case Group.Range range -> List.of(range.least(), range.greatest());
        };
    }
}
