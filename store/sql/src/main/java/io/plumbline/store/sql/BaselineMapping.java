package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.BASELINE;

import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.baseline.Baseline;
import io.plumbline.domain.baseline.Baseline.Fixed;
import io.plumbline.domain.baseline.Baseline.Moving;
import io.plumbline.domain.baseline.Baseline.Source;
import io.plumbline.domain.baseline.Baseline.Training;
import io.plumbline.domain.measurement.Window;
import io.plumbline.store.sql.generated.tables.records.BaselineRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How baselines are stored. */
final class BaselineMapping implements ResourceMapping<Baseline, BaselineRecord> {
    @Override
    public String what() {
        return "baseline";
    }

    @Override
    public Table<BaselineRecord> table() {
        return BASELINE;
    }

    @Override
    public Baseline resource(Header header, BaselineRecord row) {
        return new Baseline(header, Id.of(row.getModel()), row.getName(), source(row.getSource()));
    }

    @Override
    public Map<Field<?>, Object> columns(Baseline baseline) {
        return Map.of(
                BASELINE.MODEL, baseline.model().toString(),
                BASELINE.NAME, baseline.name(),
                BASELINE.SOURCE, json(baseline.source()));
    }

    private static String json(Source source) {
        ObjectNode node = FactsJson.JSON
                .createObjectNode()
                .put("dataset", source.dataset().toString());
        switch (source) {
            case Training _ -> node.put("kind", "training");
            case Fixed fixed ->
                node.put("kind", "fixed")
                        .put("from", fixed.window().from().toString())
                        .put("until", fixed.window().until().toString());
            case Moving moving ->
                node.put("kind", "moving")
                        .put("length", moving.length().toString())
                        .put("gap", moving.gap().toString());
        }
        return FactsJson.plain(node);
    }

    private static Source source(String json) {
        JsonNode node = FactsJson.JSON.readTree(json);
        Id dataset = Id.of(text(node, "dataset"));
        String kind = text(node, "kind");
        return switch (kind) {
            case "training" -> new Training(dataset);
            case "fixed" ->
                new Fixed(dataset, new Window(Instant.parse(text(node, "from")), Instant.parse(text(node, "until"))));
            case "moving" ->
                new Moving(dataset, Duration.parse(text(node, "length")), Duration.parse(text(node, "gap")));
            default -> throw new IllegalStateException("no kind of baseline: " + kind);
        };
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }
}
