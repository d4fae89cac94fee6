package io.plumbline.domain.evaluation;

import io.plumbline.domain.Facts;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.measures.fairness.FairnessSpec;
import io.plumbline.measures.fairness.Group;
import io.plumbline.measures.performance.BinaryCodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor of fairness compares.
 *
 * @param features by which groups are told apart
 * @param favourable outcomes
 * @param unfavourable outcomes; empty for all others
 * @param minRecords below how many records nothing is measured
 */
record FairnessSettings(List<Feature> features, List<String> favourable, List<String> unfavourable, long minRecords) {
    private static final String FEATURES = "features";
    private static final String FAVOURABLE = "favourable_class";
    private static final String UNFAVOURABLE = "unfavourable_class";
    private static final String MIN_RECORDS = "min_records";

    /**
     * One feature.
     *
     * @param spec its groups
     * @param metrics which metrics; empty for all
     */
    record Feature(FairnessSpec spec, Set<String> metrics) {
        boolean wants(String metric) {
            return metrics.isEmpty() || metrics.contains(metric);
        }
    }

    /**
     * As the settings have it.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the setting
     */
    static FairnessSettings of(Facts settings) {
        List<Feature> features = new ArrayList<>();
        List<?> given = settings.list(FEATURES);
        for (int i = 0; i < given.size(); i++) {
            features.add(feature(given.get(i), FEATURES + "[" + i + "]"));
        }
        List<String> favourable = Settings.texts(settings, FAVOURABLE);
        if (features.isEmpty()) {
            throw PlumblineException.invalid(FEATURES, FEATURES + " must name at least one feature with its groups");
        }
        if (favourable.isEmpty()) {
            throw PlumblineException.invalid(FAVOURABLE, FAVOURABLE + " must name at least one outcome");
        }
        FairnessSettings all = new FairnessSettings(
                features, favourable, Settings.texts(settings, UNFAVOURABLE), Settings.atLeast(settings, MIN_RECORDS));
        all.codes();
        return all;
    }

    private static Feature feature(Object given, String where) {
        if (!(given instanceof Map<?, ?> map)) {
            throw PlumblineException.invalid(where, where + " must be an object with feature, majority and minority");
        }
        Facts facts = facts(map);
        String name = facts.text("feature")
                .orElseThrow(() -> PlumblineException.invalid(where + ".feature", where + ".feature is missing"));
        Set<String> metrics = new HashSet<>(Settings.texts(facts, "metric_ids"));
        try {
            return new Feature(
                    new FairnessSpec(
                            name,
                            groups(facts.list("minority"), where + ".minority"),
                            groups(facts.list("majority"), where + ".majority")),
                    metrics);
        } catch (IllegalArgumentException e) {
            throw PlumblineException.invalid(where, where + ": " + e.getMessage());
        }
    }

    private static Facts facts(Map<?, ?> map) {
        Map<String, @Nullable Object> named = new java.util.LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return new Facts(named);
    }

    private static List<Group> groups(List<?> given, String where) {
        List<Group> groups = new ArrayList<>();
        for (Object each : given) {
            groups.add(group(each, where));
        }
        return groups;
    }

    private static Group group(Object given, String where) {
        if (!(given instanceof List<?> range)) {
            return new Group.Value(Settings.text(given));
        }
        if (range.size() == 2 && range.get(0) instanceof Number least && range.get(1) instanceof Number greatest) {
            return new Group.Range(least.doubleValue(), greatest.doubleValue());
        }
        throw PlumblineException.invalid(where, where + " has values and ranges of two numbers");
    }

    /** The features that a schema has. */
    List<Column> columns(Schema schema) {
        return features.stream()
                .flatMap(feature -> schema.column(feature.spec().feature()).stream())
                .distinct()
                .toList();
    }

    /** Which outcomes are which, one after the other. */
    List<String> outcomes() {
        List<String> outcomes = new ArrayList<>(favourable);
        outcomes.add(UNFAVOURABLE);
        outcomes.addAll(unfavourable);
        return outcomes;
    }

    /** Tells favourable outcomes from others. */
    BinaryCodes codes() {
        try {
            return unfavourable.isEmpty() ? BinaryCodes.positive(favourable) : BinaryCodes.of(favourable, unfavourable);
        } catch (IllegalArgumentException e) {
            throw PlumblineException.invalid(FAVOURABLE, FAVOURABLE + ": " + e.getMessage());
        }
    }
}
