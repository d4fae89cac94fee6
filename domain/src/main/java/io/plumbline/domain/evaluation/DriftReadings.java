package io.plumbline.domain.evaluation;

import io.plumbline.domain.Facts;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Reading.Provenance;
import io.plumbline.measures.column.NotKnownException;
import io.plumbline.measures.drift.Measure;
import io.plumbline.measures.drift.MeasureDefinition;
import io.plumbline.measures.drift.NotComputable;
import io.plumbline.measures.drift.Outcome;
import io.plumbline.measures.drift.Score;
import io.plumbline.measures.profile.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Readings of how far columns have moved. */
final class DriftReadings {
    private DriftReadings() {}

    /** How far a column has moved by a measure. */
    static Reading of(String metric, SortedMap<String, String> tags, Measure measure, Profile before, Profile now) {
        List<String> digests = List.of(before.digest(), now.digest());
        if (before.tally().values() == 0 || now.tally().values() == 0) {
            String reason =
                    "the column has no values in " + (before.tally().values() == 0 ? "the baseline" : "the window");
            return notComputable(metric, tags, measure.definition(), reason, before, now, digests);
        }
        try {
            return reading(metric, tags, measure.measure(before.asColumn(), now.asColumn()), before, now, digests);
        } catch (NotKnownException e) {
            return notComputable(metric, tags, measure.definition(), e.getMessage(), before, now, digests);
        }
    }

    private static Reading reading(
            String metric,
            SortedMap<String, String> tags,
            Outcome outcome,
            Profile before,
            Profile now,
            List<String> digests) {
        return switch (outcome) {
            case NotComputable none ->
                notComputable(metric, tags, none.definition(), none.reason(), before, now, digests);
            case Score score ->
                Reading.estimate(
                        metric,
                        tags,
                        score.value(),
                        score.interval().least(),
                        score.interval().greatest(),
                        new Provenance(
                                score.definition().id().toString(),
                                parameters(score.parameters()),
                                score.referenceCount(),
                                score.currentCount(),
                                digests));
        };
    }

    private static Reading notComputable(
            String metric,
            SortedMap<String, String> tags,
            MeasureDefinition definition,
            @Nullable String reason,
            Profile before,
            Profile now,
            List<String> digests) {
        return Reading.notComputable(
                metric,
                tags,
                String.valueOf(reason),
                new Provenance(
                        definition.id().toString(),
                        Facts.NONE,
                        before.tally().values(),
                        now.tally().values(),
                        digests));
    }

    /** The parameters of a score. A number that JSON does not have, such as an open edge, becomes its name. */
    static Facts parameters(Map<String, Object> parameters) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        parameters.forEach((name, value) -> plain.put(name, plain(value)));
        return new Facts(plain);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Double number when !Double.isFinite(number) -> number.toString();
            case List<?> list -> list.stream().map(DriftReadings::plain).collect(Collectors.toList());
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }
}
