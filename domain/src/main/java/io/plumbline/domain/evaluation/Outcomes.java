package io.plumbline.domain.evaluation;

import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Reading.Provenance;
import io.plumbline.measures.performance.NotMeasured;
import io.plumbline.measures.performance.PerformanceOutcome;
import io.plumbline.measures.performance.PerformanceScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Readings of measures of performance and fairness. */
final class Outcomes {
    private Outcomes() {}

    static Reading reading(String metric, SortedMap<String, String> tags, PerformanceOutcome outcome, String digest) {
        return switch (outcome) {
            case NotMeasured none ->
                Reading.notComputable(metric, tags, none.reason(), provenance(none, Map.of(), digest));
            case PerformanceScore score ->
                Reading.estimate(
                        metric,
                        tags,
                        score.value(),
                        score.bounds().least(),
                        score.bounds().greatest(),
                        provenance(score, parameters(score), digest));
        };
    }

    private static Map<String, Object> parameters(PerformanceScore score) {
        Map<String, Object> parameters = new LinkedHashMap<>(score.parameters());
        score.confidence().ifPresent(interval -> {
            parameters.put("confidence_method", interval.method());
            parameters.put("confidence_least", interval.least());
            parameters.put("confidence_greatest", interval.greatest());
        });
        return parameters;
    }

    private static Provenance provenance(PerformanceOutcome outcome, Map<String, Object> parameters, String digest) {
        return new Provenance(
                outcome.definition().id().toString(),
                DriftReadings.parameters(parameters),
                0,
                outcome.sample().used(),
                List.of(digest));
    }
}
