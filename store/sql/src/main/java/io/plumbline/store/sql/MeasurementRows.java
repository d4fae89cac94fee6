package io.plumbline.store.sql;

import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.measurement.Window;
import io.plumbline.store.sql.generated.tables.records.MeasuredTagRecord;
import io.plumbline.store.sql.generated.tables.records.MeasuredValueRecord;
import io.plumbline.store.sql.generated.tables.records.MeasurementRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** How measurements are stored. */
final class MeasurementRows {
    private MeasurementRows() {}

    static MeasurementRecord row(Measurement measurement) {
        MeasurementRecord row = new MeasurementRecord();
        row.setId(measurement.id().toString());
        row.setOrganization(measurement.organization().toString());
        row.setProject(Columns.nullable(measurement.project()));
        row.setMonitor(measurement.monitor().toString());
        row.setDefinition(Texts.name(measurement.definition()));
        row.setModel(measurement.model().toString());
        row.setCheckId(Columns.nullable(measurement.check()));
        row.setMeasuredAt(Times.micros(measurement.at()));
        row.setKnownAt(Times.micros(measurement.knownAt()));
        row.setWindowFrom(Times.micros(measurement.window().map(Window::from)));
        row.setWindowUntil(Times.micros(measurement.window().map(Window::until)));
        row.setEvidence(evidence(measurement.evidence()));
        row.setAttributes(FactsJson.write(measurement.attributes()));
        row.setCreatedBy(Texts.storable(measurement.createdBy()));
        return row;
    }

    private static String evidence(List<Evidence> evidence) {
        List<Object> all = new ArrayList<>();
        for (Evidence each : evidence) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            plain.put("id", each.id());
            plain.put("type", each.type());
            plain.put("metrics", each.metrics());
            plain.put("data", each.data());
            all.add(plain);
        }
        return FactsJson.plain(all);
    }

    static List<Evidence> evidence(String json) {
        return FactsJson.JSON.readValue(json, new TypeReference<List<Map<String, @Nullable Object>>>() {}).stream()
                .map(Facts::new)
                .map(facts -> new Evidence(
                        facts.text("id").orElseThrow(),
                        facts.text("type").orElseThrow(),
                        facts.list("metrics").stream().map(String::valueOf).toList(),
                        facts.find("data").orElse(null)))
                .toList();
    }

    static MeasuredValueRecord value(Measurement measurement, int ordinal) {
        Reading reading = measurement.readings().get(ordinal);
        Reading.Provenance provenance = reading.provenance();
        MeasuredValueRecord row = new MeasuredValueRecord();
        row.setMeasurement(measurement.id().toString());
        row.setOrdinal(ordinal);
        row.setMetric(Texts.name(reading.metric()));
        row.setTags(FactsJson.tags(reading.tags()));
        row.setNumberValue(nullable(reading.value()));
        row.setReason(reading.reason().map(Texts::replaced).orElse(null));
        row.setLeast(nullable(reading.least()));
        row.setGreatest(nullable(reading.greatest()));
        row.setMeasure(provenance.measure());
        row.setParameters(FactsJson.write(provenance.parameters()));
        row.setReferenceCount(provenance.referenceCount());
        row.setCurrentCount(provenance.currentCount());
        row.setDigests(FactsJson.plain(provenance.digests()));
        row.setLowerLimit(nullable(reading.lowerLimit()));
        row.setUpperLimit(nullable(reading.upperLimit()));
        return row;
    }

    static List<MeasuredTagRecord> tags(Measurement measurement, int ordinal) {
        String id = measurement.id().toString();
        List<MeasuredTagRecord> rows = new ArrayList<>();
        measurement.readings().get(ordinal).tags().forEach((tag, value) -> {
            MeasuredTagRecord row = new MeasuredTagRecord();
            row.setMeasurement(id);
            row.setOrdinal(ordinal);
            row.setTag(Texts.name(tag));
            row.setTagValue(Texts.storable(value));
            rows.add(row);
        });
        return rows;
    }

    static Measurement measurement(MeasurementRecord row, List<Reading> readings, List<Evidence> evidence) {
        return new Measurement(
                Id.of(row.getId()),
                Id.of(row.getOrganization()),
                Columns.id(row.getProject()),
                Id.of(row.getMonitor()),
                row.getDefinition(),
                Id.of(row.getModel()),
                Columns.id(row.getCheckId()),
                Times.instant(row.getMeasuredAt()),
                Times.instant(row.getKnownAt()),
                CheckRows.window(row.getWindowFrom(), row.getWindowUntil()),
                readings,
                evidence,
                FactsJson.read(row.getAttributes()),
                row.getCreatedBy());
    }

    static Reading reading(MeasuredValueRecord row) {
        return new Reading(
                row.getMetric(),
                FactsJson.tags(row.getTags()),
                optional(row.getNumberValue()),
                Optional.ofNullable(row.getReason()),
                optional(row.getLeast()),
                optional(row.getGreatest()),
                new Reading.Provenance(
                        row.getMeasure(),
                        FactsJson.read(row.getParameters()),
                        row.getReferenceCount(),
                        row.getCurrentCount(),
                        FactsJson.texts(row.getDigests())),
                optional(row.getLowerLimit()),
                optional(row.getUpperLimit()));
    }

    static @Nullable Double nullable(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
